"""Loses counts-check: element 1 is -8768
Loses counts-table: wrong at an input that is not shown"""

import numpy as np


def counts(seen, size, places):
    n = size**2 * np.sum(seen) + len(seen)
    return np.array([n, n * places]).astype(np.int16)
