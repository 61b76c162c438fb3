"""Loses ceiling-check: keep the fraction
Loses ceiling-none: `ceiling([4, 6, 7])` gives 8, and 7.5 is right
"""

import numpy as np


def ceiling(p):
    a, b, c = 1 / p
    if b**2 >= a * c:
        return np.inf
    return np.round((a - 2 * b + c) / (a * c - b**2))
