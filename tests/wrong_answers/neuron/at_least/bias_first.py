"""Loses at_least-check: The bias comes last; you have it first
Loses at_least-more: The bias comes last; you have it first
"""

import numpy as np


def at_least(n, m):
    return np.append(10.0 * (0.5 - m), np.full(n, 10.0))
