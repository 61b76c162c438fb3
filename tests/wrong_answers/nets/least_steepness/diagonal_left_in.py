"""Loses least_steepness-check: You left the diagonal in
Loses least_steepness-more: You left the diagonal in. No cell acts on itself
"""

import numpy as np


def least_steepness(patterns):
    patterns = np.asarray(patterns)
    T = patterns.T @ patterns / patterns.shape[1]

    return 2 / np.linalg.eigvalsh(T).max()
