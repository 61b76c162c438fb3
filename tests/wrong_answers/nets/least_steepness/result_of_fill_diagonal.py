"""Loses least_steepness-check: `np.fill_diagonal(T, 0)` changes T itself and returns
Loses least_steepness-more: `least_steepness(an array of shape (2, 8))` stops
"""

import numpy as np


def least_steepness(patterns):
    T = patterns.T @ patterns / patterns.shape[1]
    T = np.fill_diagonal(T, 0)
    return 2 / np.linalg.eigvalsh(T).max()
