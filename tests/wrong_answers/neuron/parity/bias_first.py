"""Loses parity-check: The bias comes last; you have it first
Loses parity-more: The bias comes last; you have it first
"""

import numpy as np


def parity(n):
    return np.append(-5.0, 10.0 * (-1.0) ** np.arange(n))
