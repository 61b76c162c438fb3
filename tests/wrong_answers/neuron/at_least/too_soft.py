"""Loses at_least-check: number of ones is 0, the output is on its side of ½, but it is 0.182
Loses at_least-more: it is 0.378
"""

import numpy as np


def at_least(n, m):
    return np.append(np.full(n, 1.0), 0.5 - m)
