"""Loses least_steepness-check: `eigvalsh` begins with the lowest eigenvalue. The
Loses least_steepness-more: `eigvalsh` begins with the lowest eigenvalue. The
"""

import numpy as np


def least_steepness(patterns):
    n = patterns.shape[1]
    T = patterns.T @ patterns / n
    np.fill_diagonal(T, 0)
    return 2 / np.linalg.eigvalsh(T)[0]
