"""Loses softplus_backward-check: writes into its second argument
Loses softplus_backward-digits: writes into its second argument"""

import numpy as np


def softplus_backward(gradient, y):
    y *= -1
    return -gradient * np.expm1(y)
