"""Loses at_least-more: That is the unit for all inputs, AND, whatever m is"""

import numpy as np


def at_least(n, m):
    return np.append(np.full(n, 10.0), -10.0 * n + 5)
