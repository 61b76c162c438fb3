"""Loses unit-check: An example has one sum and one bias: add up `X * w` first
Loses unit-shapes: An example has one sum and one bias: add up `X * w` first
"""

from sigmoids.functions import logistic


def unit(X, w, b):
    return logistic(X * w + b)
