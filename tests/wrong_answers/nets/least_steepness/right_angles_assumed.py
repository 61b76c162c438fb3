"""Loses least_steepness-more: These two are alike"""

import numpy as np


def least_steepness(patterns):
    patterns = np.asarray(patterns)
    T = patterns.T @ patterns / patterns.shape[1]
    np.fill_diagonal(T, 0)
    return 2 / (1 - len(patterns) / patterns.shape[1])
