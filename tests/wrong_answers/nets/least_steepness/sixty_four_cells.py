<<<<<<< HEAD
"""Loses least_steepness-check: `least_steepness([[1, 1, -1, -1]])` gives 42.6667
Loses least_steepness-more: gives 10.6667"""
=======
"""Loses least_steepness-check: The chapter's net has 64 cells. Here n is the number
Loses least_steepness-more: The chapter's net has 64 cells. Here n is the number
"""
>>>>>>> sets-b

import numpy as np


def least_steepness(patterns):
    patterns = np.asarray(patterns)
    T = patterns.T @ patterns / 64
    np.fill_diagonal(T, 0)
    return 2 / np.linalg.eigvalsh(T).max()
