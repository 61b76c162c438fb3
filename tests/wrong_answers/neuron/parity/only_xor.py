"""Loses parity-check: `parity(7)`: where the number of ones is 3, the output is
Loses parity-more: `parity(3)`: where the number of ones is 3, the output is
"""

import numpy as np


def parity(n):
    w = np.zeros(n + 1)
    w[:2] = (10, -10)[:n]
    w[-1] = -5
    return w
