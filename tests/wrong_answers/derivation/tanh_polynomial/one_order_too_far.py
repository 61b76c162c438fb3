"""Loses tanh_polynomial-check: one derivative too many
Loses tanh_polynomial-higher: an array of 7 came back
"""

import numpy as np


def tanh_polynomial(order):
    P = np.polynomial.Polynomial
    T = P([0, 1])
    for _ in range(order + 1):
        T = P([1, 0, -1]) * T.deriv()
    return T.coef
