"""Loses log_loss-extremes: costs 365 in place of 40"""

import numpy as np

from sigmoids.functions import logistic


def log_loss(z, y):
    p = logistic(z)
    return -np.mean(np.where(y == 1, np.log(p + 1e-300), np.log(1 - p + 1e-300)))
