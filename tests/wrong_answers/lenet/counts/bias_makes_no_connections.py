"""Loses counts-check: A bias is used in each place, like a weight: it makes a
Loses counts-table: A bias is used in each place, like a weight: it makes a
"""

import numpy as np


def counts(seen, size, places):
    w = size**2 * np.sum(seen)
    return w + len(seen), w * places
