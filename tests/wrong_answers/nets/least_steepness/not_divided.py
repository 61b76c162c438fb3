"""Loses least_steepness-check: the number of cells
Loses least_steepness-more: gives 0.166667"""

import numpy as np


def least_steepness(patterns):
    patterns = np.asarray(patterns)
    T = patterns.T @ patterns / 1
    np.fill_diagonal(T, 0)
    return 2 / np.linalg.eigvalsh(T).max()
