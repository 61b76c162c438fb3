"""Loses at_least-check: where the number of ones is 2, the output is below
Loses at_least-more: where the number of ones is 1, the output is below
"""

import numpy as np


def at_least(n, m):
    return np.append(np.full(n, 10.0), -10.0 * (m + 0.5))
