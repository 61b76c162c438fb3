"""Loses log_slope-check: The denominator is a square, (1 + e⁻ˣ)², so its logarithm counts
Loses log_slope-tails: `log_slope` is wrong at an input that is not shown here
"""

import numpy as np


def log_slope(x):
    a = np.abs(x)
    return -a - np.log1p(np.exp(-a))
