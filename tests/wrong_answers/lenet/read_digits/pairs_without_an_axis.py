"""Loses read_digits-check: `states - pictures` pairs the first image with the first picture
Loses read_digits-none: stops with ValueError
"""

import numpy as np


def read_digits(states, pictures, limit):
    squares = np.sum((states - pictures) ** 2, axis=1)
    return np.where(squares > limit, -1, np.argmin(squares))
