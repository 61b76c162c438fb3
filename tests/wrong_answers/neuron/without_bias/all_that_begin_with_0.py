"""Loses without_bias-check: Not all of them are in reach"""

without_bias = 2**3
