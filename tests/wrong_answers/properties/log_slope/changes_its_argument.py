"""Loses log_slope-check: writes into its first argument
Loses log_slope-tails: writes into its first argument
"""

import numpy as np


def log_slope(x):
    if isinstance(x, np.ndarray):
        np.abs(x, out=x)
    else:
        x = abs(x)
    return -x - 2 * np.log1p(np.exp(-x))
