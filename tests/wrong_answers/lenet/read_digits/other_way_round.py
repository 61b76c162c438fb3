"""Loses read_digits-check: Farther than the limit is no digit, nearer is one: you have it
Loses read_digits-none: element 0 is -1, and 0 is right
"""

import numpy as np


def read_digits(states, pictures, limit):
    d = np.sum((states[:, None] - pictures) ** 2, axis=2)
    return np.where(d.min(axis=1) > limit, d.argmin(axis=1), -1)
