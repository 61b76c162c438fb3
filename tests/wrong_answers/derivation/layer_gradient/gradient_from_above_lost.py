"""Loses layer_gradient-check: g does not occur
Loses layer_gradient-shapes: g does not occur
"""


def layer_gradient(h, s, g):
    return h.T @ (s * (1 - s))
