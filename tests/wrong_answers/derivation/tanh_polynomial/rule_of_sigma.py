"""Loses tanh_polynomial-check: That is the rule of σ
Loses tanh_polynomial-higher: element 1 is 1
"""

import numpy as np


def tanh_polynomial(order):
    P = np.polynomial.Polynomial
    T = P([0, 1])
    for _ in range(order):
        T = P([0, 1, -1]) * T.deriv()
    return T.coef
