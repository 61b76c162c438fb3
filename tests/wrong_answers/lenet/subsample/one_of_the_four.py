"""Loses subsample-check: That is one unit of each square. Add its four"""

import numpy as np


def subsample(units, coefficient, bias):
    return 1.7159 * np.tanh(2 / 3 * (coefficient * units[::2, ::2] + bias))
