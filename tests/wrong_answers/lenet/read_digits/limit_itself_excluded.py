"""Loses read_digits-none: equal to the limit"""

import numpy as np


def read_digits(states, pictures, limit):
    d = np.sum((states[:, None] - pictures) ** 2, axis=2)
    return np.where(d.min(axis=1) >= limit, -1, d.argmin(axis=1))
