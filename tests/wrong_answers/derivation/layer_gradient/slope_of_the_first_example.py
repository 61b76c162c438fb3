"""Loses layer_gradient-check: not all rows of s are alike
Loses layer_gradient-shapes: not all rows of s are alike
"""


def layer_gradient(h, s, g):
    slope = s * (1 - s)
    return h.T @ (g * slope[0])
