"""Loses parity-check: `parity(2)` is a tuple of an array of 2 and one number. One array
Loses parity-more: `parity(3)` is a tuple of an array of 3 and one number. One array
"""

import numpy as np


def parity(n):
    return 10.0 * (-1.0) ** np.arange(n), -5.0
