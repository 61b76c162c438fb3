"""Loses tanh_polynomial-check: stops with ValueError: order must be at least 1
Loses tanh_polynomial-higher: stops with ValueError: order must be at least 1
"""

import numpy as np


def tanh_polynomial(order):
    P = np.polynomial.Polynomial
    if order < 1:
        raise ValueError("order must be at least 1")
    T = P([1, 0, -1])
    for _ in range(order - 1):
        T = P([1, 0, -1]) * T.deriv()
    return T.coef
