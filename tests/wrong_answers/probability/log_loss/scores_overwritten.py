"""Loses log_loss-check: writes into its first argument
Loses log_loss-extremes: writes into its first argument"""

import numpy as np


def log_loss(z, y):
    z *= np.where(y == 1, -1, 1)
    return np.mean(np.logaddexp(0, z))
