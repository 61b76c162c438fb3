"""Loses at_least-check: an array of 2 came back, and an array of 3 is wanted
Loses at_least-more: an array of 2 came back
"""

import numpy as np


def at_least(n, m):
    return np.full(n, 10.0)
