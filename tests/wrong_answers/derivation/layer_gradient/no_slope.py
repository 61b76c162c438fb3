"""Loses layer_gradient-check: The slope of σ is missing
Loses layer_gradient-shapes: The slope of σ is missing"""


def layer_gradient(h, s, g):
    return h.T @ g
