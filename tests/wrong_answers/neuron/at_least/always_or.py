"""Loses at_least-check: That is the unit for at least one input, OR, whatever m is
Loses at_least-more: That is the unit for at least one input, OR, whatever m is
"""

import numpy as np


def at_least(n, m):
    return np.append(np.full(n, 10.0), -5.0)
