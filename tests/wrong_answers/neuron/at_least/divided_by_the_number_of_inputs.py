"""Loses at_least-check: It is on its side of ½, but too near: multiply weights and bias
Loses at_least-more: It is on its side of ½, but too near: multiply weights and bias
"""

import numpy as np


def at_least(n, m):
    return np.append(np.full(n, 40.0), 40.0 * (0.5 - m)) / n
