"""Loses softplus_backward-check: takes y for z
Loses softplus_backward-digits: takes y for z"""

import numpy as np


def softplus_backward(gradient, y):
    return gradient / (1 + np.exp(-y))
