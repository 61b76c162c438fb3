"""Loses subsample-check: A square takes neighbouring rows, 0 and 1, then 2 and 3"""

import numpy as np


def subsample(units, coefficient, bias):
    h = len(units) // 2
    rows = units[:h] + units[h:]
    sums = rows[:, ::2] + rows[:, 1::2]
    return 1.7159 * np.tanh(2 / 3 * (coefficient * sums + bias))
