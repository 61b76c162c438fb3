"""Loses at_least-check: m = 2: where the number of ones is 1, the output is above
Loses at_least-more: n = 4, m = 2: where the number of ones is 1, the output is above
"""

import numpy as np


def at_least(n, m):
    return np.append(np.full(n, 10.0), -5.0)
