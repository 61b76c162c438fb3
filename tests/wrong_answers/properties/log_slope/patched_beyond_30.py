"""Loses log_slope-tails: Up to 30 digits are missing"""

import numpy as np

from sigmoids.functions import logistic


def log_slope(x):
    s = logistic(x)
    return np.where(np.abs(x) > 30, -np.abs(x), np.log(s * (1 - s)))
