"""Loses least_steepness-check: That is λ times an eigenvalue turned round: λ/2 times
Loses least_steepness-more: That is λ times an eigenvalue turned round: λ/2 times
"""

import numpy as np


def least_steepness(patterns):
    n = patterns.shape[1]
    T = patterns.T @ patterns / n
    np.fill_diagonal(T, 0)
    return np.linalg.eigvalsh(T).max() / 2
