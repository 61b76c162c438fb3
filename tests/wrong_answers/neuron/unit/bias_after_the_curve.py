"""Loses unit-check: add it before the curve
Loses unit-shapes: add it before the curve
"""

from sigmoids.functions import logistic


def unit(X, w, b):
    return logistic(X @ w) + b
