"""Loses hidden_gradient-check: The hidden units' slopes are missing
Loses hidden_gradient-batch: element
"""

from sigmoids.functions import logistic


def hidden_gradient(X, W, b, v, c, t):
    error = logistic(X @ W.T + b) @ v + c - t
    return (error[:, None] * v).T @ X
