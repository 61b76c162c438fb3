"""Loses at_least-check: m − 1 ones give the sum 0
Loses at_least-more: m − 1 ones give the sum 0
"""

import numpy as np


def at_least(n, m):
    return np.append(np.full(n, 10.0), -10.0 * (m - 1))
