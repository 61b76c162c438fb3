"""Loses parity-check: `parity(7)`: where the number of ones is 6, the output is 1, and
Loses parity-more: `parity(10)`: where the number of ones is 6, the output is 1, and
"""

import numpy as np


def parity(n):
    signs = [1, -1, 1, -1, 1, 1, 1, 1, 1, 1]
    return np.append(10.0 * np.array(signs[:n]), -5.0)
