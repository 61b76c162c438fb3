"""Loses gap-check: Do not cut the tail off"""

import numpy as np

from sigmoids.functions import logistic


def gap(x):
    x = np.asarray(x)
    return np.where(x > 100, 0.0, 2 * logistic(-2 * x))
