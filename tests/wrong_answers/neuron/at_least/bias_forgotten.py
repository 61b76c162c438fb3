"""Loses at_least-check: `at_least(2, 2)`: an array of 2 came back, and an array of 3 is
Loses at_least-more: `at_least(7, 3)`: an array of 7 came back, and an array of 8 is
"""

import numpy as np


def at_least(n, m):
    return np.full(n, 10.0)
