"""Loses least_steepness-check: `least_steepness([[1, 1, 1, 1], [1, -1, 1, -1]])` gives
Loses least_steepness-more: right for one pattern"""

import numpy as np


def least_steepness(patterns):
    patterns = np.asarray(patterns)
    T = patterns.T @ patterns / patterns.shape[1]
    np.fill_diagonal(T, 0)
    return 2 / (1 - 1 / patterns.shape[1])
