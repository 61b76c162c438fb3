"""Loses least_steepness-check: `np.fill_diagonal(T, 0)` changes T itself and returns
Loses least_steepness-more: stops with LinAlgError
"""

import numpy as np


def least_steepness(patterns):
    T = patterns.T @ patterns / patterns.shape[1]
    T = np.fill_diagonal(T, 0)
    return 2 / np.linalg.eigvalsh(T).max()
