"""Loses log_slope-tails: cosh(x/2) overflows where x is beyond 1420: it holds both"""

import numpy as np


def log_slope(x):
    return -2 * np.log(2 * np.cosh(x / 2))
