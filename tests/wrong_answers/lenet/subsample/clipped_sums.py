"""Loses subsample-check: The sum of four may be far from 0"""

import numpy as np


def subsample(units, coefficient, bias):
    h, w = units.shape
    sums = np.clip(units.reshape(h // 2, 2, w // 2, 2).sum(axis=(1, 3)), -4, 4)
    return 1.7159 * np.tanh(2 / 3 * (coefficient * sums + bias))
