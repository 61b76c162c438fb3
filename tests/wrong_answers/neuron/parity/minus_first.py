"""Loses parity-check: The first unit that turns on is to raise the sum: the first
Loses parity-more: The first unit that turns on is to raise the sum: the first
"""

import numpy as np


def parity(n):
    return np.append(-10.0 * (-1.0) ** np.arange(n), -5.0)
