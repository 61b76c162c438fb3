"""Loses hidden_gradient-check: The sign is turned
Loses hidden_gradient-batch: element 0, 0 is
"""

from sigmoids.functions import logistic


def hidden_gradient(X, W, b, v, c, t):
    h = logistic(X @ W.T + b)
    delta = (t - h @ v - c)[:, None] * v * h * (1 - h)
    return delta.T @ X
