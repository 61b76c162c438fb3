"""Loses log_loss-extremes: that is no number"""

import numpy as np

from sigmoids.functions import logistic


def log_loss(z, y):
    p = logistic(z)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
