"""Loses softplus_backward-check: not divided
Loses softplus_backward-digits: element 0 is 4, and 1 is right"""

import numpy as np


def softplus_backward(gradient, y):
    return gradient / -np.expm1(-y)
