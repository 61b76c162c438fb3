"""Loses parity-check: The bias has the wrong sign: with no ones at all the output is to
Loses parity-more: The bias has the wrong sign: with no ones at all the output is to
"""

import numpy as np


def parity(n):
    return np.append(10.0 * (-1.0) ** np.arange(n), 5.0)
