"""Loses parity-check: After the first weight all are negative, so the output stays off
Loses parity-more: After the first weight all are negative, so the output stays off
"""

import numpy as np


def parity(n):
    return np.append(np.where(np.arange(n) == 0, 10.0, -10.0), -5.0)
