"""Loses log_loss-extremes: σ(−800) is rounded to 0"""

import numpy as np

from sigmoids.functions import logistic


def log_loss(z, y):
    return -np.mean(y * np.log(logistic(z)) + (1 - y) * np.log(logistic(-z)))
