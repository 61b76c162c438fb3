"""Loses parity-check: It is on its side of ½, but too near: multiply weights and bias
Loses parity-more: It is on its side of ½, but too near: multiply weights and bias
"""

import numpy as np


def parity(n):
    return np.append((-1.0) ** np.arange(n), -0.5)
