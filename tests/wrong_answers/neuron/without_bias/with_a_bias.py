"""Loses without_bias-check: a unit with a bias"""

without_bias = 14
