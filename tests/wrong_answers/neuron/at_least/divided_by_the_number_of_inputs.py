"""Loses at_least-check: the output is on its side of ½, but it is
Loses at_least-more: n = 5, m = 1: where the number of ones is 0, the output is on its side
"""

import numpy as np


def at_least(n, m):
    return np.append(np.full(n, 40.0), 40.0 * (0.5 - m)) / n
