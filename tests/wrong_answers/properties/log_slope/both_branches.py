"""Loses log_slope-tails: The values are right, but NumPy warns on the way"""

import numpy as np


def log_slope(x):
    left = x - 2 * np.log1p(np.exp(x))
    right = -x - 2 * np.log1p(np.exp(-x))
    return np.where(np.asarray(x) < 0, left, right)
