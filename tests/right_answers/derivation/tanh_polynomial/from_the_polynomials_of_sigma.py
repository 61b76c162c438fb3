import numpy as np

from sigmoids.functions import slope_polynomial


def tanh_polynomial(order):
    P = np.polynomial.Polynomial
    half = P([0.5, 0.5])  # σ(2x) = (1 + tanh x) / 2
    T = 2.0 ** (order + 1) * P(slope_polynomial(order))(half)
    coefficients = T.coef
    coefficients[0] -= order == 0
    return np.round(coefficients)
