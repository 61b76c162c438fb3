"""Loses gap-check: tanh is the steeper curve"""

from sigmoids.functions import logistic


def gap(x):
    return 2 * logistic(-x)
