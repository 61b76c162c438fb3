"""Loses least_steepness-more: The sum of a row's sizes is only a bound: no"""

import numpy as np


def least_steepness(patterns):
    n = patterns.shape[1]
    T = patterns.T @ patterns / n
    np.fill_diagonal(T, 0)
    return 2 / np.abs(T).sum(axis=1).max()
