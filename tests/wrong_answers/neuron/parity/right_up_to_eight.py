"""Loses parity-check: where the number of ones is 9, the output is 0.00669, and at
Loses parity-more: where the number of ones is 9, the output is 0.00669, and at
"""

import numpy as np


def parity(n):
    w = 10.0 * (-1.0) ** np.arange(n)
    return np.append(np.where(np.arange(n) < 8, w, 0), -5.0)
