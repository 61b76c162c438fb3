"""Loses hidden_gradient-batch: output's bias c takes part"""

from sigmoids.functions import logistic


def hidden_gradient(X, W, b, v, c, t):
    h = logistic(X @ W.T + b)
    delta = (h @ v - t)[:, None] * v * h * (1 - h)
    return delta.T @ X
