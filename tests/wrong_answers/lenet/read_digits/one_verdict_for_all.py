"""Loses read_digits-none: Judge each image by its own distances: one near image does not"""

import numpy as np


def read_digits(states, pictures, limit):
    squares = np.sum((states[:, None] - pictures) ** 2, axis=-1)
    best = np.argmin(squares, axis=1)
    return best if squares.min() <= limit else np.full(len(best), -1)
