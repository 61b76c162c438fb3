"""Loses least_steepness-check: The chapter's net has 64 cells. Here n is the number
Loses least_steepness-more: The chapter's net has 64 cells. Here n is the number
"""

import numpy as np


def least_steepness(patterns):
    patterns = np.asarray(patterns)
    T = patterns.T @ patterns / 64
    np.fill_diagonal(T, 0)
    return 2 / np.linalg.eigvalsh(T).max()
