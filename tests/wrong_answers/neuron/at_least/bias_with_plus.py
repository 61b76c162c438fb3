"""Loses at_least-check: The bias has the wrong sign: it must hold the unit off until m
Loses at_least-more: The bias has the wrong sign: it must hold the unit off until m
"""

import numpy as np


def at_least(n, m):
    return np.append(np.full(n, 10.0), 10.0 * (m - 0.5))
