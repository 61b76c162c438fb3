"""Loses parity-check: 1 of them 1: the output is on its side of ½, but it is 0.982
Loses parity-more: it is 0.982
"""

import numpy as np


def parity(n):
    return np.append(10.0 * (-1.0) ** np.arange(n), -6.0)
