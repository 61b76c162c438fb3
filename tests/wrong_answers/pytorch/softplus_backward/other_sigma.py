"""Loses softplus_backward-check: e⁻ʸ is σ(−z)
Loses softplus_backward-digits: e⁻ʸ is σ(−z)"""

import numpy as np


def softplus_backward(gradient, y):
    return gradient * np.exp(-y)
