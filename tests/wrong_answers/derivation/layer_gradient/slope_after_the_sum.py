"""Loses layer_gradient-check: multiply before the product
Loses layer_gradient-shapes: multiply before the product
"""


def layer_gradient(h, s, g):
    return h.T @ g * (s * (1 - s))
