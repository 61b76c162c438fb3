"""Loses layer_gradient-check: element 1, 1 is -0.1875
Loses layer_gradient-shapes: element 0, 1 is -0.25
"""


def layer_gradient(h, s, g):
    slope = s * (1 - s)
    return h.T @ (g * slope[:, :1])
