"""Loses log_loss-extremes: do not clip them"""

import numpy as np


def log_loss(z, y):
    z = np.clip(z, -500, 500)
    return np.mean(np.logaddexp(0, z) - y * z)
