"""Loses hidden_gradient-check: The output's bias c takes part in the error
Loses hidden_gradient-batch: The output's bias c takes part in the error
"""

from sigmoids.functions import logistic


def hidden_gradient(X, W, b, v, c, t):
    h = logistic(X @ W.T + b)
    delta = (h @ v - t)[:, None] * v * h * (1 - h)
    return delta.T @ X
