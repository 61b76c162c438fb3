"""Loses tanh_polynomial-check: an array of 3 came back, and an array of 2 is wanted
Loses tanh_polynomial-higher: an array of 7 came back
"""

import numpy as np


def tanh_polynomial(order):
    P = np.polynomial.Polynomial
    T = P([0, 1])
    for _ in range(order + 1):
        T = P([1, 0, -1]) * T.deriv()
    return T.coef
