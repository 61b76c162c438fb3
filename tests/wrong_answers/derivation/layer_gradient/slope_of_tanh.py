"""Loses layer_gradient-check: That is the slope of tanh
Loses layer_gradient-shapes: That is the slope of tanh"""


def layer_gradient(h, s, g):
    return h.T @ (g * (1 - s**2))
