"""Loses softplus_backward-check: Softplus rises
Loses softplus_backward-digits: Softplus rises"""

import numpy as np


def softplus_backward(gradient, y):
    return gradient * np.expm1(-y)
