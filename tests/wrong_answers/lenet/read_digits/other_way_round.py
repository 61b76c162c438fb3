"""Loses read_digits-check: element 0 is -1
Loses read_digits-none: the other way round"""

import numpy as np


def read_digits(states, pictures, limit):
    d = np.sum((states[:, None] - pictures) ** 2, axis=2)
    return np.where(d.min(axis=1) > limit, d.argmin(axis=1), -1)
