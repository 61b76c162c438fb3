"""Loses softplus_backward-digits: At y = 0 the slope is 0"""

import numpy as np


def softplus_backward(gradient, y):
    return -gradient * y * (np.expm1(-y) / y)
