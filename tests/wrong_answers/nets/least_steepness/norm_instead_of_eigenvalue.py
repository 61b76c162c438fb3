"""Loses least_steepness-check: The norm of T is not its largest eigenvalue
Loses least_steepness-more: The norm of T is not its largest eigenvalue
"""

import numpy as np


def least_steepness(patterns):
    patterns = np.asarray(patterns)
    T = patterns.T @ patterns / patterns.shape[1]
    np.fill_diagonal(T, 0)
    return 2 / np.linalg.norm(T)
