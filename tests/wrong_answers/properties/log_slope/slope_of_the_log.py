"""Loses log_slope-check: The logarithm comes last
Loses log_slope-tails: gives 6.14417e-06
"""

from sigmoids.functions import logistic


def log_slope(x):
    return logistic(-x)
