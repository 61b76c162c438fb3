"""Loses softplus_backward-digits: near y, but not 0"""

import numpy as np


def softplus_backward(gradient, y):
    return np.where(y < 1e-8, 0, -gradient * np.expm1(-y))
