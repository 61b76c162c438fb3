"""Loses log_loss-check: with a corner at 0
Loses log_loss-extremes: with a corner at 0"""

import numpy as np


def log_loss(z, y):
    return np.mean(np.maximum(0, z) - y * z)
