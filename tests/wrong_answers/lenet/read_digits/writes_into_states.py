"""Loses read_digits-check: writes into its first argument
Loses read_digits-none: writes into its first argument
"""

import numpy as np


def read_digits(states, pictures, limit):
    states -= pictures.mean(axis=0)
    pictures -= pictures.mean(axis=0)
    squares = np.sum((states[:, None] - pictures) ** 2, axis=-1)
    return np.where(np.min(squares, axis=1) > limit, -1, np.argmin(squares, axis=1))
