"""Loses read_digits-none: one number came back, and an array of 1 is wanted"""

import numpy as np


def read_digits(states, pictures, limit):
    d = np.sum((states[:, None] - pictures) ** 2, axis=2)
    return np.squeeze(np.where(d.min(axis=1) > limit, -1, d.argmin(axis=1)))
