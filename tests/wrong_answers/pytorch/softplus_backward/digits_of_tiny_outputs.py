"""Loses softplus_backward-digits: loses its digits where y is tiny"""

import numpy as np


def softplus_backward(gradient, y):
    return gradient * (1 - np.exp(-y))
