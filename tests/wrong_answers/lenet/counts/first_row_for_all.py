"""Loses counts-table: Maps may see different numbers of maps: count row by row"""

import numpy as np


def counts(seen, size, places):
    n = len(seen) * (size**2 * np.sum(seen[0]) + 1)
    return n, n * places
