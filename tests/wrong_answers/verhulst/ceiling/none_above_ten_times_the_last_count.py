"""Loses ceiling-check: `ceiling([1, 2, 3.95])` gives inf, and 80 is right"""

import numpy as np


def ceiling(p):
    x0, x1, x2 = 1 / p
    if x1**2 >= x0 * x2:
        return np.inf
    K = (x0 - 2 * x1 + x2) / (x0 * x2 - x1**2)
    return K if K < 10 * p[2] else np.inf
