"""Loses subsample-check: ⅔ multiplies all of z, the bias too: mind the brackets"""

import numpy as np


def subsample(units, coefficient, bias):
    sums = units[::2, ::2] + units[1::2, ::2] + units[::2, 1::2] + units[1::2, 1::2]
    return 1.7159 * np.tanh(2 / 3 * coefficient * sums + bias)
