"""Loses log_loss-check: The logarithm is the natural one
Loses log_loss-extremes: gives 57.7078
"""

import numpy as np


def log_loss(z, y):
    return np.mean(np.logaddexp(0, z) - y * z) / np.log(2)
