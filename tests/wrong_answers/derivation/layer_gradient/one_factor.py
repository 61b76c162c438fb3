"""Loses layer_gradient-check: One is missing
Loses layer_gradient-shapes: One is missing
"""


def layer_gradient(h, s, g):
    return h.T @ (g * s)
