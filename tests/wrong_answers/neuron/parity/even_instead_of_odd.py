"""Loses parity-check: It is on where the number is even
Loses parity-more: It is on where the number is even
"""

import numpy as np


def parity(n):
    return np.append(-10.0 * (-1.0) ** np.arange(n), 5.0)
