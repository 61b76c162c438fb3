"""Loses gap-check: writes into its first argument"""

import numpy as np

from sigmoids.functions import logistic


def gap(x):
    if isinstance(x, np.ndarray):
        x *= -2
        return 2 * logistic(x)
    return 2 * logistic(-2 * x)
