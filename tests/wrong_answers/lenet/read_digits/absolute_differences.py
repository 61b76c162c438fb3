"""Loses read_digits-check: Add the squares of the differences, not their sizes
Loses read_digits-none: Add the squares of the differences, not their sizes
"""

import numpy as np


def read_digits(states, pictures, limit):
    d = np.sum(np.abs(states[:, None] - pictures), axis=2)
    return np.where(np.min(d, axis=1) > limit, -1, np.argmin(d, axis=1))
