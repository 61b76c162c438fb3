"""Loses log_slope-tails: e^|x| overflows beyond 709"""

import numpy as np


def log_slope(x):
    return -np.log(2 + np.exp(x) + np.exp(-x))
