"""Loses log_loss-extremes: Clipping p to [10⁻¹²"""

import numpy as np

from sigmoids.functions import logistic


def log_loss(z, y):
    p = np.clip(logistic(z), 1e-12, 1 - 1e-12)
    return -np.mean(np.where(y == 1, np.log(p), np.log(1 - p)))
