"""Loses counts-check: The biases belong to the maps of this layer: the rows
Loses counts-table: the rows
"""

import numpy as np


def counts(seen, size, places):
    n = size**2 * np.sum(seen) + seen.shape[1]
    return [n, n * places]
