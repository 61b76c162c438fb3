"""Loses ceiling-check: `ceiling([2, 4, 5])` gives inf, and 5.33333 is right"""

import numpy as np


def ceiling(p):
    x0, x1, x2 = 1 / p
    if x1**2 >= x0 * x2 or p[1] == 2 * p[0]:
        return np.inf
    return (x0 - 2 * x1 + x2) / (x0 * x2 - x1**2)
