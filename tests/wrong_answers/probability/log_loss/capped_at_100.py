"""Loses log_loss-extremes: not 100"""

import numpy as np


def log_loss(z, y):
    return np.mean(np.minimum(np.logaddexp(0, z) - y * z, 100))
