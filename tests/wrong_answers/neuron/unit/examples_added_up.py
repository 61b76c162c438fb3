"""Loses unit-check: You have added up the examples. Add up the inputs of each: along
Loses unit-shapes: You have added up the examples. Add up the inputs of each: along
"""

from sigmoids.functions import logistic


def unit(X, w, b):
    return logistic((X * w).sum(axis=0) + b)
