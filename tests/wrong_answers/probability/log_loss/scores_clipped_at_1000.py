"""Loses log_loss-extremes: gives 900, and 1000 is right"""

import numpy as np


def log_loss(z, y):
    z = np.clip(z, -1000, 1000)
    return np.mean(np.logaddexp(0, z) - y * z)
