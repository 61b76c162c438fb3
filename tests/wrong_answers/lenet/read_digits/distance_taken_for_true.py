"""Loses read_digits-check: `np.where` takes a distance for True unless it is 0. Compare it
Loses read_digits-none: element 0 is -1, and 0 is right
"""

import numpy as np


def read_digits(states, pictures, limit):
    squares = np.sum((states[:, None] - pictures) ** 2, axis=-1)
    return np.where(np.min(squares, axis=1), -1, np.argmin(squares, axis=1))
