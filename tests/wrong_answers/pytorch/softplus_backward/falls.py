"""Loses softplus_backward-check: Softplus rises
Loses softplus_backward-digits: element 0 is -1"""

import numpy as np


def softplus_backward(gradient, y):
    return gradient * np.expm1(-y)
