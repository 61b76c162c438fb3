"""Loses parity-check: All weights have one sign, so the sum goes one way only. Each
Loses parity-more: All weights have one sign, so the sum goes one way only. Each
"""

import numpy as np


def parity(n):
    return np.append(np.full(n, 10.0), -5.0)
