"""Loses hidden_gradient-check: an array of shape (2, 3) came back, and an array of shape (3, 2)
Loses hidden_gradient-batch: an array of shape (2, 3) came back, and an array of shape (3, 2)
"""

from sigmoids.functions import logistic


def hidden_gradient(X, W, b, v, c, t):
    h = logistic(X @ W.T + b)
    delta = (h @ v + c - t)[:, None] * v * h * (1 - h)
    return X.T @ delta
