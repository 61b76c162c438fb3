"""Loses counts-table: only those of maps that are seen"""

import numpy as np


def counts(seen, size, places):
    n = size**2 * np.sum(seen) + len(seen)
    return [n, places * len(seen) * (size**2 * seen.shape[1] + 1)]
