"""Loses hidden_gradient-check: The output is linear: no slope a(1 − a) stands between ∂E/∂a and
Loses hidden_gradient-batch: element
"""

from sigmoids.functions import logistic


def hidden_gradient(X, W, b, v, c, t):
    H = logistic(X @ W.T + b)
    a = H @ v + c
    d = ((a - t) * a * (1 - a))[:, None] * v * H * (1 - H)
    return d.T @ X
