"""Loses layer_gradient-check: sum over them
Loses layer_gradient-shapes: sum over them
"""


def layer_gradient(h, s, g):
    return h.T @ (g * s * (1 - s)) / len(h)
