"""Loses parity-check: `parity(9)`: where the number of ones is 9, the output is
Loses parity-more: `parity(10)`: where the number of ones is 9, the output is
"""

import numpy as np


def parity(n):
    w = 10.0 * (-1.0) ** np.arange(n)
    return np.append(np.where(np.arange(n) < 8, w, 0), -5.0)
