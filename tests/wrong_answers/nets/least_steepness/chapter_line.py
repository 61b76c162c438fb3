"""Loses least_steepness-check: The chapter's net has 64 cells. Here n is the number
Loses least_steepness-more: stops with ValueError
"""

import numpy as np


def least_steepness(patterns):
    T = patterns.T @ patterns / 64 * (1 - np.eye(64))
    return 2 / np.linalg.eigvalsh(T).max()
