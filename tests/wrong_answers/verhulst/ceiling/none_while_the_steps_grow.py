"""Loses ceiling-check: it is the factor that must fall"""

import numpy as np


def ceiling(p):
    if p[2] - p[1] >= p[1] - p[0]:
        return np.inf
    a, b, c = 1 / p
    return (a - 2 * b + c) / (a * c - b**2)
