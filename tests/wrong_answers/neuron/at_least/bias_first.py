"""Loses at_least-check: where the number of ones is 0, the output is above
Loses at_least-more: where the number of ones is 0, the output is above
"""

import numpy as np


def at_least(n, m):
    return np.append(10.0 * (0.5 - m), np.full(n, 10.0))
