"""Loses softplus_backward-digits: What arrives is lost"""

import numpy as np


def softplus_backward(gradient, y):
    return -np.expm1(-y)
