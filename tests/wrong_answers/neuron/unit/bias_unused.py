"""Loses unit-check: plays no part
Loses unit-shapes: plays no part
"""

from sigmoids.functions import logistic


def unit(X, w, b):
    return logistic(X @ w)
