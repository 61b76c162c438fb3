"""Loses ceiling-check: `ceiling([0.5, 1, 1.25])` gives inf, and 1.33333 is right"""

import numpy as np


def ceiling(p):
    x0, x1, x2 = 1 / np.maximum(p, 1)
    if x1**2 >= x0 * x2:
        return np.inf
    return (x0 - 2 * x1 + x2) / (x0 * x2 - x1**2)
