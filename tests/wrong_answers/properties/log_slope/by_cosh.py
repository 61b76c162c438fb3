"""Loses log_slope-tails: cosh overflows"""

import numpy as np


def log_slope(x):
    return -2 * np.log(2 * np.cosh(x / 2))
