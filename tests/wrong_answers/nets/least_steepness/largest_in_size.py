"""Loses least_steepness-more: a negative one pulls to silence"""

import numpy as np


def least_steepness(patterns):
    patterns = np.asarray(patterns)
    T = patterns.T @ patterns / patterns.shape[1]
    np.fill_diagonal(T, 0)
    return 2 / np.abs(np.linalg.eigvalsh(T)).max()
