"""Loses layer_gradient-check: h must be transposed
Loses layer_gradient-shapes: stops with ValueError"""


def layer_gradient(h, s, g):
    return h @ (g * s * (1 - s))
