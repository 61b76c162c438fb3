"""Loses subsample-check: Rows are added in pairs. Add the columns in pairs as well"""

import numpy as np


def subsample(units, coefficient, bias):
    sums = units[::2] + units[1::2]
    return 1.7159 * np.tanh(2 / 3 * (coefficient * sums + bias))
