"""Loses hidden_gradient-check: The error comes back through the weights v. They are missing
Loses hidden_gradient-batch: element
"""

from sigmoids.functions import logistic


def hidden_gradient(X, W, b, v, c, t):
    h = logistic(X @ W.T + b)
    delta = (h @ v + c - t)[:, None] * h * (1 - h)
    return delta.T @ X
