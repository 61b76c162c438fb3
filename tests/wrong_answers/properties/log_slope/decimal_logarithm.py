"""Loses log_slope-check: the natural one
Loses log_slope-tails: gives -5.21154
"""

import numpy as np

from sigmoids.functions import logistic


def log_slope(x):
    return np.log10(logistic(x)) + np.log10(logistic(-x))
