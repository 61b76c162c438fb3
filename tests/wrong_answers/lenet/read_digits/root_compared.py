"""Loses read_digits-none: do not take the root"""

import numpy as np


def read_digits(states, pictures, limit):
    d = np.linalg.norm(states[:, None] - pictures, axis=2)
    return np.where(d.min(axis=1) > limit, -1, d.argmin(axis=1))
