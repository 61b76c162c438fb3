"""Loses read_digits-check: you took the farthest
Loses read_digits-none: element 0 is 1, and 0 is right"""

import numpy as np


def read_digits(states, pictures, limit):
    return np.argmax(np.sum((states[:, None] - pictures) ** 2, axis=2), axis=1)
