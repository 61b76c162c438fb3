"""Loses hidden_gradient-check: The sign is turned: E grows with a where a is above t
Loses hidden_gradient-batch: The sign is turned: E grows with a where a is above t
"""

from sigmoids.functions import logistic


def hidden_gradient(X, W, b, v, c, t):
    h = logistic(X @ W.T + b)
    delta = (t - h @ v - c)[:, None] * v * h * (1 - h)
    return delta.T @ X
