"""Loses counts-check: `counts([[1], [1], [1], [1], [1], [1]], 5, 784)`: element 0 is 151
Loses counts-table: the rows"""

import numpy as np


def counts(seen, size, places):
    n = size**2 * np.sum(seen) + seen.shape[1]
    return [n, n * places]
