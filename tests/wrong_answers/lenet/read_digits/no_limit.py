"""Loses read_digits-none: Scribbles that are far"""

import numpy as np


def read_digits(states, pictures, limit):
    return np.argmin(np.sum((states[:, None] - pictures) ** 2, axis=2), axis=1)
