"""Loses least_steepness-check: gives 2.3094
Loses least_steepness-more: gives"""

import numpy as np


def least_steepness(patterns):
    patterns = np.asarray(patterns)
    T = patterns.T @ patterns / patterns.shape[1]
    np.fill_diagonal(T, 0)
    return 2 / np.linalg.norm(T)
