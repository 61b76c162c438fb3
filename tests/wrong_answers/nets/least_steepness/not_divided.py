"""Loses least_steepness-check: the number of cells
Loses least_steepness-more: Each entry of T is divided by n, the number of cells
"""

import numpy as np


def least_steepness(patterns):
    patterns = np.asarray(patterns)
    T = patterns.T @ patterns / 1
    np.fill_diagonal(T, 0)
    return 2 / np.linalg.eigvalsh(T).max()
