"""Loses log_loss-extremes: do not take the logarithm of σ"""

import numpy as np

from sigmoids.functions import logistic


def log_loss(z, y):
    p = logistic(z)
    return -np.mean(np.where(y == 1, np.log(p), np.log(1 - p)))
