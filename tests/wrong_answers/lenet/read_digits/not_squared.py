"""Loses read_digits-check: Differences of unlike sign cancel in this sum. Square them first
Loses read_digits-none: element 1 is 0, and -1 is right
"""

import numpy as np


def read_digits(states, pictures, limit):
    d = np.sum(states[:, None] - pictures, axis=-1)
    return np.where(np.min(d, axis=1) > limit, -1, np.argmin(d, axis=1))
