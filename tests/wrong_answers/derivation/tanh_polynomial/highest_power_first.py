"""Loses tanh_polynomial-check: The constant term comes first
Loses tanh_polynomial-higher: element 0 is 24
"""

import numpy as np


def tanh_polynomial(order):
    T = np.poly1d([1, 0])
    for _ in range(order):
        T = np.poly1d([-1, 0, 1]) * T.deriv()
    return T.coef
