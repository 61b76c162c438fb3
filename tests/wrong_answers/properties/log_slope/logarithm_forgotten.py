"""Loses log_slope-check: That is σ′
Loses log_slope-tails: gives 6.14414e-06
"""

from sigmoids.functions import logistic


def log_slope(x):
    return logistic(x) * logistic(-x)
