"""Loses tanh_polynomial-check: keep the constant term
Loses tanh_polynomial-higher: keep the constant term
"""

import numpy as np


def tanh_polynomial(order):
    P = np.polynomial.Polynomial
    T = P([0, 1])
    for _ in range(order):
        T = P([1, 0, -1]) * T.deriv()
    return np.append(0, T.coef[1:])
