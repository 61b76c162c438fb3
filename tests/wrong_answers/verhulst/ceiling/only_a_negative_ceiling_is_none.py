"""Loses ceiling-none: Excluding negative results is not enough"""

import numpy as np


def ceiling(p):
    a, b, c = 1 / p
    if a * c == b**2:
        return np.inf
    K = (a - 2 * b + c) / (a * c - b**2)
    return K if K > 0 else np.inf
