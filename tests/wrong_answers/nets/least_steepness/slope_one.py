"""Loses least_steepness-check: is λ/2, not λ.
Loses least_steepness-more: The slope of s(u) at 0 is λ/2, not λ
"""

import numpy as np


def least_steepness(patterns):
    patterns = np.asarray(patterns)
    T = patterns.T @ patterns / patterns.shape[1]
    np.fill_diagonal(T, 0)
    return 1 / np.linalg.eigvalsh(T).max()
