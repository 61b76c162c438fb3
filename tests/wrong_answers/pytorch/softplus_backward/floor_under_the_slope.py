"""Loses softplus_backward-digits: A floor of 1e-12"""

import numpy as np


def softplus_backward(gradient, y):
    return gradient * np.clip(1 - np.exp(-y), 1e-12, 1)
