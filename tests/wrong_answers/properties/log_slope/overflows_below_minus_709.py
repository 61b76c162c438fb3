"""Loses log_slope-tails: x below −709"""

import numpy as np


def log_slope(x):
    return -x - 2 * np.log1p(np.exp(-x))
