"""Loses tanh_polynomial-check: an array of 2 came back, and an array of 4 is wanted
Loses tanh_polynomial-higher: an array of 1 came back
"""

import numpy as np


def tanh_polynomial(order):
    P = np.polynomial.Polynomial
    T = P([0, 1])
    if order > 0:
        T = P([1, 0, -1]).deriv(order - 1)
    return T.coef
