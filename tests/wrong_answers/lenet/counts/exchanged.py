"""Loses counts-check: The numbers to learn come first, then the connections: yours are
Loses counts-table: The numbers to learn come first, then the connections: yours are
"""

import numpy as np


def counts(seen, size, places):
    n = size**2 * np.sum(seen) + len(seen)
    return n * places, n
