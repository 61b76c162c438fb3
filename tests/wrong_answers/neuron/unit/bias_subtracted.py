"""Loses unit-check: not taken away
Loses unit-shapes: not taken away
"""

from sigmoids.functions import logistic


def unit(X, w, b):
    return logistic(X @ w - b)
