"""Loses without_bias-check: no table with a 1 there"""

without_bias = 2 * 6
