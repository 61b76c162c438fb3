"""Loses unit-shapes: wrong at an input that is not shown"""

from sigmoids.functions import logistic


def unit(X, w, b):
    z = X[..., 0] * w[0] + X[..., -1] * w[-1] + b
    return logistic(z)
