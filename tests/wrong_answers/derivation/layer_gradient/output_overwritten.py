"""Loses layer_gradient-check: writes into its second argument
Loses layer_gradient-shapes: writes into its second argument"""


def layer_gradient(h, s, g):
    s *= 1 - s
    return h.T @ (g * s)
