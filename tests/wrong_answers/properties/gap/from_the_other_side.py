"""Loses gap-check: how far tanh is from −1"""

from sigmoids.functions import logistic


def gap(x):
    return 2 * logistic(2 * x)
