"""Loses hidden_gradient-batch: not their mean"""

from sigmoids.functions import logistic


def hidden_gradient(X, W, b, v, c, t):
    h = logistic(X @ W.T + b)
    delta = (h @ v + c - t)[:, None] * v * h * (1 - h)
    return delta.T @ X / len(X)
