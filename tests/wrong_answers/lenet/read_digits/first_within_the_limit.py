"""Loses read_digits-check: Several pictures may be within the limit. The nearest is wanted
Loses read_digits-none: an input that is not shown
"""

import numpy as np


def read_digits(states, pictures, limit):
    squares = np.sum((states[:, None] - pictures) ** 2, axis=-1)
    near = squares <= limit
    return np.where(near.any(axis=1), near.argmax(axis=1), -1)
