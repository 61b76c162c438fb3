"""Loses hidden_gradient-check: Here it is linear
Loses hidden_gradient-batch: element 0, 0 is
"""

from sigmoids.functions import logistic, logistic_slope


def hidden_gradient(X, W, b, v, c, t):
    h = logistic(X @ W.T + b)
    z = h @ v + c
    delta = ((z - t) * logistic_slope(z))[:, None] * v * h * (1 - h)
    return delta.T @ X
