"""Loses unit-check: an array of shape (3, 2) came back
Loses unit-shapes: an array of 2 came back
"""

from sigmoids.functions import logistic


def unit(X, w, b):
    return logistic(X * w) + b
