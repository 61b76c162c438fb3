"""Loses softplus_backward-check: σ's own rule
Loses softplus_backward-digits: σ's own rule"""


def softplus_backward(gradient, y):
    return gradient * y * (1 - y)
