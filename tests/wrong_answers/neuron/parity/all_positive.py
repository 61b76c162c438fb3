"""Loses parity-check: 2 inputs, 2 of them 1: that is even, and it is on
Loses parity-more: 3 inputs, 2 of them 1: that is even, and it is on
"""

import numpy as np


def parity(n):
    return np.append(np.full(n, 10.0), -5.0)
