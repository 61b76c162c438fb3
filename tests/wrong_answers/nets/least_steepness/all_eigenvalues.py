"""Loses least_steepness-check: That is one λ for each eigenvalue. The largest
Loses least_steepness-more: That is one λ for each eigenvalue. The largest
"""

import numpy as np


def least_steepness(patterns):
    n = patterns.shape[1]
    T = patterns.T @ patterns / n
    np.fill_diagonal(T, 0)
    return 2 / np.linalg.eigvalsh(T)
