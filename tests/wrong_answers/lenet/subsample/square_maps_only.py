"""Loses subsample-check: stops with ValueError"""

import numpy as np


def subsample(units, coefficient, bias):
    n = len(units)
    sums = units.reshape(n // 2, 2, n // 2, 2).sum(axis=(1, 3))
    return 1.7159 * np.tanh(2 / 3 * (coefficient * sums + bias))
