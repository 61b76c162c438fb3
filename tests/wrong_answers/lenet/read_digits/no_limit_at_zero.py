"""Loses read_digits-none: A limit of 0 is a limit too: then only a state that equals its"""

import numpy as np


def read_digits(states, pictures, limit):
    squares = np.sum((states[:, None] - pictures) ** 2, axis=-1)
    best = np.argmin(squares, axis=1)
    if limit:
        best[squares.min(axis=1) > limit] = -1
    return best
