"""Loses read_digits-none: The limit is a squared distance already: take no root, and do not"""

import numpy as np


def read_digits(states, pictures, limit):
    d = np.linalg.norm(states[:, None] - pictures, axis=2)
    return np.where(d.min(axis=1) > limit, -1, d.argmin(axis=1))
