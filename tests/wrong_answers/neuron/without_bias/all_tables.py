"""Loses without_bias-check: So many there are in all. At (0, 0) the sum is 0, which is read"""

without_bias = 16
