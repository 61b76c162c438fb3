"""Loses hidden_gradient-batch: A negative bias c"""

from sigmoids.functions import logistic


def hidden_gradient(X, W, b, v, c, t):
    h = logistic(X @ W.T + b)
    delta = (h @ v + max(c, 0) - t)[:, None] * v * h * (1 - h)
    return delta.T @ X
