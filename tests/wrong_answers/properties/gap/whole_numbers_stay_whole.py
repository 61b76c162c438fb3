"""Loses gap-check: `gap([-1, 0, 1])`: element 0 is 1, and 1.76159 is right"""

import numpy as np

from sigmoids.functions import logistic


def gap(x):
    x = np.asarray(x)
    result = np.empty_like(x)
    result[...] = 2 * logistic(-2 * x)
    return result
