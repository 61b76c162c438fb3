"""Loses softplus_backward-digits: a tenth is wrong"""

import numpy as np


def softplus_backward(gradient, y):
    slope = 1 - np.exp(-y)
    return gradient * np.where(slope == 0, y, slope)
