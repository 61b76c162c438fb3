"""Loses softplus_backward-digits: also where that is a table"""

import numpy as np


def softplus_backward(gradient, y):
    return np.ravel(-gradient * np.expm1(-y))
