"""Loses subsample-check: All rows are added into one. Each pair of rows makes a row of the"""

import numpy as np


def subsample(units, coefficient, bias):
    s = units.sum(axis=0)
    sums = (s[::2] + s[1::2])[None]
    return 1.7159 * np.tanh(2 / 3 * (coefficient * sums + bias))
