"""Loses hidden_gradient-check: The hidden biases b take part in the sums
Loses hidden_gradient-batch: The hidden biases b take part in the sums
"""

from sigmoids.functions import logistic


def hidden_gradient(X, W, b, v, c, t):
    H = logistic(X @ W.T)
    d = (H @ v + c - t)[:, None] * v * H * (1 - H)
    return d.T @ X
