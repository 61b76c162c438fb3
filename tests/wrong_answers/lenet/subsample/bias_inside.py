"""Loses subsample-check: after the coefficient has multiplied"""

import numpy as np


def subsample(units, coefficient, bias):
    h, w = units.shape
    sums = units.reshape(h // 2, 2, w // 2, 2).sum(axis=(1, 3))
    return 1.7159 * np.tanh(2 / 3 * coefficient * (sums + bias))
