"""Loses softplus_backward-digits: element 1, 0 is"""

import numpy as np


def softplus_backward(gradient, y):
    return gradient * np.where(y < 1e-12, y, 1 - np.exp(-y))
