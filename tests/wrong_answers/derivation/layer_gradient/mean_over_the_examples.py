"""Loses layer_gradient-check: element 0, 0 is 0.385, and 0.77 is right
Loses layer_gradient-shapes: sum over them
"""


def layer_gradient(h, s, g):
    return h.T @ (g * s * (1 - s)) / len(h)
