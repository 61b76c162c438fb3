"""Loses unit-check: An example has one sum: `X * w` multiplies inputs by weights, and
Loses unit-shapes: An example has one sum: `X * w` multiplies inputs by weights, and
"""

from sigmoids.functions import logistic


def unit(X, w, b):
    return logistic(X * w) + b
