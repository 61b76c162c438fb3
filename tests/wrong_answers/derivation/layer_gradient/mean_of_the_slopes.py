"""Loses layer_gradient-check: do not take their mean
Loses layer_gradient-shapes: do not take their mean"""


def layer_gradient(h, s, g):
    return h.T @ g * (s * (1 - s)).mean(axis=0)
