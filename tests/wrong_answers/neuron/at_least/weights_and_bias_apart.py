"""Loses at_least-check: `at_least(2, 2)` is a tuple of an array of 2 and one number. One
Loses at_least-more: `at_least(7, 3)` is a tuple of an array of 7 and one number. One
"""

import numpy as np


def at_least(n, m):
    return np.full(n, 10.0), 10 * (0.5 - m)
