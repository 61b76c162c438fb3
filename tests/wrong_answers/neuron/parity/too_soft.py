"""Loses parity-check: 2 inputs, 0 of them 1: the output is on its side of ½, but it is 0.378
Loses parity-more: it is 0.378
"""

import numpy as np


def parity(n):
    return np.append((-1.0) ** np.arange(n), -0.5)
