"""Loses subsample-check: `reshape` in this order cuts no squares. Its axes are height/2"""

import numpy as np


def subsample(units, coefficient, bias):
    h, w = units.shape
    sums = units.reshape(h // 2, w // 2, 2, 2).sum(axis=(2, 3))
    return 1.7159 * np.tanh(2 / 3 * (coefficient * sums + bias))
