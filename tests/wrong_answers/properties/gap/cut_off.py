"""Loses gap-check: Do not set the tail to 0: at x = 300 the gap is 5.3e-261, still"""

import numpy as np

from sigmoids.functions import logistic


def gap(x):
    x = np.asarray(x)
    return np.where(x > 100, 0.0, 2 * logistic(-2 * x))
