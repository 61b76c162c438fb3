"""Loses ceiling-check: `ceiling([1, 2, 3.5])` gives 4, and 8 is right
Loses ceiling-none: `ceiling` is wrong at an input that is not shown here. Try large,
"""

import numpy as np


def ceiling(p):
    a, b, c = np.asarray(p).astype(int).astype(float)
    if b * b <= a * c:
        return np.inf
    return b * (a * b + b * c - 2 * a * c) / (b * b - a * c)
