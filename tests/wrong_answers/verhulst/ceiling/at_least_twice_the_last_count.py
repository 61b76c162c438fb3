"""Loses ceiling-check: `ceiling([2, 4, 5])` gives 10, and 5.33333 is right
Loses ceiling-none: `ceiling([4, 6, 7])` gives 14, and 7.5 is right
"""

import numpy as np


def ceiling(p):
    x0, x1, x2 = 1 / p
    if x1**2 >= x0 * x2:
        return np.inf
    return max(2 * p[2], (x0 - 2 * x1 + x2) / (x0 * x2 - x1**2))
