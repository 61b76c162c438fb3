"""Loses parity-check: that is even, and it is on
Loses parity-more: 7 inputs, 6 of them 1: that is even, and it is on
"""

import numpy as np


def parity(n):
    signs = [1, -1, 1, -1, 1, 1, 1, 1, 1, 1]
    return np.append(10.0 * np.array(signs[:n]), -5.0)
