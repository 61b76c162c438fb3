"""Loses subsample-check: writes into its first argument"""

import numpy as np


def subsample(units, coefficient, bias):
    units[::2] += units[1::2]
    sums = units[::2, ::2] + units[::2, 1::2]
    return 1.7159 * np.tanh(2 / 3 * (coefficient * sums + bias))
