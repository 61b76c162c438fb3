"""Loses counts-check: not one for each map that it sees
Loses counts-table: not one for each map that it sees
"""

import numpy as np


def counts(seen, size, places):
    n = (size**2 + 1) * np.sum(seen)
    return [n, n * places]
