"""Loses subsample-check: The squares do not overlap: each begins two further on"""

import numpy as np


def subsample(units, coefficient, bias):
    sums = units[:-1, :-1] + units[1:, :-1] + units[:-1, 1:] + units[1:, 1:]
    return 1.7159 * np.tanh(2 / 3 * (coefficient * sums + bias))
