"""Loses tanh_polynomial-check: the slope of the tangent
Loses tanh_polynomial-higher: element"""

import numpy as np


def tanh_polynomial(order):
    result = np.polynomial.Polynomial([0, 1])
    for _ in range(order):
        result = np.polynomial.Polynomial([1, 0, 1]) * result.deriv()
    return result.coef
