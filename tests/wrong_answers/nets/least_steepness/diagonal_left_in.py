"""Loses least_steepness-check: You left the diagonal in
Loses least_steepness-more: gives 1.14286"""

import numpy as np


def least_steepness(patterns):
    patterns = np.asarray(patterns)
    T = patterns.T @ patterns / patterns.shape[1]

    return 2 / np.linalg.eigvalsh(T).max()
