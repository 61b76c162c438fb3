"""Loses without_bias-check: `without_bias` is 0"""

without_bias = 0
