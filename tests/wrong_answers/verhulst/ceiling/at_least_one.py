"""Loses ceiling-check: `ceiling` is wrong at an input that is not shown here. Try large,"""

import numpy as np


def ceiling(p):
    x0, x1, x2 = 1 / np.maximum(p, 1)
    if x1**2 >= x0 * x2:
        return np.inf
    return (x0 - 2 * x1 + x2) / (x0 * x2 - x1**2)
