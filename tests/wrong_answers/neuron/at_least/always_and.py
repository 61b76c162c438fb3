"""Loses at_least-more: n = 2, m = 1: where the number of ones is 1, the output is below"""

import numpy as np


def at_least(n, m):
    return np.append(np.full(n, 10.0), -10.0 * n + 5)
