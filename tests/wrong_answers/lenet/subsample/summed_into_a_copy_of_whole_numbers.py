"""Loses subsample-check: Whole numbers in"""

import numpy as np


def subsample(units, coefficient, bias):
    result = np.zeros((units.shape[0] // 2, units.shape[1] // 2), dtype=units.dtype)
    h, w = units.shape
    sums = units.reshape(h // 2, 2, w // 2, 2).sum(axis=(1, 3))
    result[:] = 1.7159 * np.tanh(2 / 3 * (coefficient * sums + bias))
    return result
