"""Loses counts-check: Each map has a bias
Loses counts-table: Each map has a bias
"""

import numpy as np


def counts(seen, size, places):
    n = size**2 * np.sum(seen)
    return [n, n * places]
