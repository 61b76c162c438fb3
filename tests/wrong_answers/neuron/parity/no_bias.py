"""Loses parity-check: Without a bias of its own
Loses parity-more: Without a bias of its own
"""

import numpy as np


def parity(n):
    return np.append(10.0 * (-1.0) ** np.arange(n), 0.0)
