"""Loses counts-check: Each map has a bias of its own: the layer has as many as maps
Loses counts-table: Each map has a bias of its own: the layer has as many as maps
"""

import numpy as np


def counts(seen, size, places):
    n = size**2 * np.sum(seen) + 1
    return n, places * n
