"""Loses at_least-check: It is off where it is to be on. Turn all signs
Loses at_least-more: It is off where it is to be on. Turn all signs
"""

import numpy as np


def at_least(n, m):
    return -np.append(np.full(n, 10.0), 10 * (0.5 - m))
