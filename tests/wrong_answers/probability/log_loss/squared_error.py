"""Loses log_loss-check: the mean squared error
Loses log_loss-extremes: the mean squared error
"""

import numpy as np

from sigmoids.functions import logistic


def log_loss(z, y):
    return np.mean((logistic(z) - y) ** 2)
