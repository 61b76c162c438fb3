"""Loses log_loss-check: not the sum
Loses log_loss-extremes: gives 80, and 40 is right
"""

import numpy as np


def log_loss(z, y):
    return np.sum(np.logaddexp(0, z) - y * z)
