"""Loses subsample-check: The ⅔ is missing: the curve is 1.7159 tanh(⅔z)"""

import numpy as np


def subsample(units, coefficient, bias):
    sums = units[::2, ::2] + units[1::2, ::2] + units[::2, 1::2] + units[1::2, 1::2]
    return 1.7159 * np.tanh(coefficient * sums + bias)
