"""Loses counts-check: The window is a square
Loses counts-table: The window is a square
"""

import numpy as np


def counts(seen, size, places):
    n = size * np.sum(seen) + len(seen)
    return [n, n * places]
