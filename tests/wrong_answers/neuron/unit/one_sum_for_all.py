"""Loses unit-check: All examples are added up in one number. Each row has a sum and
Loses unit-shapes: All examples are added up in one number. Each row has a sum and
"""

from sigmoids.functions import logistic


def unit(X, w, b):
    return logistic((X * w).sum() + b)
