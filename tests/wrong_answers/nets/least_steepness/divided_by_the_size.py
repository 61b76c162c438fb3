"""Loses least_steepness-check: Divide by the number of cells, which are the columns
Loses least_steepness-more: Divide by the number of cells, which are the columns
"""

import numpy as np


def least_steepness(patterns):
    n = patterns.size
    T = patterns.T @ patterns / n
    np.fill_diagonal(T, 0)
    return 2 / np.linalg.eigvalsh(T).max()
