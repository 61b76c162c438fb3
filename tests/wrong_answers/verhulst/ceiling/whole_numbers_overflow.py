"""Loses ceiling-check: Whole numbers of this size overflow"""

import numpy as np


def ceiling(p):
    a, b, c = p
    if b * b <= a * c:
        return np.inf
    return b * (a * b + b * c - 2 * a * c) / (b * b - a * c)
