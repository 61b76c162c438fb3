"""Loses log_loss-extremes: `log_loss` is wrong at an input that is not shown here"""

import numpy as np


def log_loss(z, y):
    z = np.asarray(z)
    return np.mean(np.where(z > 5, z, np.logaddexp(0, z)) - y * z)
