"""Loses subsample-check: added, not averaged"""

import numpy as np


def subsample(units, coefficient, bias):
    h, w = units.shape
    mean = units.reshape(h // 2, 2, w // 2, 2).mean(axis=(1, 3))
    return 1.7159 * np.tanh(2 / 3 * (coefficient * mean + bias))
