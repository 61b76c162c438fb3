"""Loses gap-check: At 0 the gap is 1"""

import numpy as np


def gap(x):
    return 2 * np.exp(-2 * x)
