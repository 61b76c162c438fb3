"""Loses ceiling-check: `ceiling([3.92921e+06, 2.31919e+07, 9.19723e+07])` gives"""

import numpy as np


def ceiling(p):
    x0, x1, x2 = 1 / p
    if x1**2 >= x0 * x2:
        return np.inf
    K = (x0 - 2 * x1 + x2) / (x0 * x2 - x1**2)
    return np.round(K, -6) if K > 1e8 else K
