"""Loses tanh_polynomial-check: the signs are turned
Loses tanh_polynomial-higher: wrong at an input that is not shown
"""

import numpy as np


def tanh_polynomial(order):
    P = np.polynomial.Polynomial
    T = P([0, 1])
    for _ in range(order):
        T = P([-1, 0, 1]) * T.deriv()
    return T.coef
