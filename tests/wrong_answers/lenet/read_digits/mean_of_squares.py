"""Loses read_digits-none: A squared distance is the sum of the squares, not their mean"""

import numpy as np


def read_digits(states, pictures, limit):
    d = np.mean((states[:, None] - pictures) ** 2, axis=2)
    return np.where(np.min(d, axis=1) > limit, -1, np.argmin(d, axis=1))
