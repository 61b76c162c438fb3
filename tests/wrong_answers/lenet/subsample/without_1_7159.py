"""Loses subsample-check: The 1.7159 in front of tanh is missing"""

import numpy as np


def subsample(units, coefficient, bias):
    sums = units[::2, ::2] + units[1::2, ::2] + units[::2, 1::2] + units[1::2, 1::2]
    return np.tanh(2 / 3 * (coefficient * sums + bias))
