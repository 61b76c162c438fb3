"""Loses hidden_gradient-check: You have sent the output through σ. Here it is linear
Loses hidden_gradient-batch: element
"""

from sigmoids.functions import logistic


def hidden_gradient(X, W, b, v, c, t):
    H = logistic(X @ W.T + b)
    a = logistic(H @ v + c)
    d = ((a - t) * a * (1 - a))[:, None] * v * H * (1 - H)
    return d.T @ X
