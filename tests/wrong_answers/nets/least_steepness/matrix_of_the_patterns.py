"""Loses least_steepness-check: T has a row and a column for each cell: it is
Loses least_steepness-more: T has a row and a column for each cell: it is
"""

import numpy as np


def least_steepness(patterns):
    n = patterns.shape[1]
    T = patterns @ patterns.T / n
    np.fill_diagonal(T, 0)
    return 2 / np.linalg.eigvalsh(T).max()
