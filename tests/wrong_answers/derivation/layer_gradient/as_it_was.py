"""Loses layer_gradient-check: Both faults are still there
Loses layer_gradient-shapes: Both faults are still there
"""

from sigmoids.functions import logistic


def layer_gradient(h, s, g):
    slope = logistic(s) * (1 - logistic(s))
    return h.T @ g * slope
