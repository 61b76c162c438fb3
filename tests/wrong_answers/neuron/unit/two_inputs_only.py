"""Loses unit-shapes: [2, 2, 1]], [0.5, -1, 0.25], 1)`: element 0"""

from sigmoids.functions import logistic


def unit(X, w, b):
    z = X[..., 0] * w[0] + X[..., -1] * w[-1] + b
    return logistic(z)
