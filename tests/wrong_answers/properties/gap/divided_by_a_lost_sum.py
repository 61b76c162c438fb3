"""Loses gap-check: Far left 1 + tanh x is rounded to 0, and you divide by it"""

import numpy as np


def gap(x):
    return 1 / np.cosh(x) ** 2 / (1 + np.tanh(x))
