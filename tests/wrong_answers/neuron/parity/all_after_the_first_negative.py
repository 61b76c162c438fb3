"""Loses parity-check: inputs, 3 of them 1: that is odd, and it is off
Loses parity-more: 3 inputs, 3 of them 1: that is odd, and it is off
"""

import numpy as np


def parity(n):
    return np.append(np.where(np.arange(n) == 0, 10.0, -10.0), -5.0)
