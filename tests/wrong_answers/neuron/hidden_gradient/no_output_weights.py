"""Loses hidden_gradient-check: They are missing
Loses hidden_gradient-batch: element 0, 0 is
"""

from sigmoids.functions import logistic


def hidden_gradient(X, W, b, v, c, t):
    h = logistic(X @ W.T + b)
    delta = (h @ v + c - t)[:, None] * h * (1 - h)
    return delta.T @ X
