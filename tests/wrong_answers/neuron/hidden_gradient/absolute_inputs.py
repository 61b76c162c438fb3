"""Loses hidden_gradient-batch: element 0, 0 is"""

import numpy as np

from sigmoids.functions import logistic


def hidden_gradient(X, W, b, v, c, t):
    h = logistic(X @ W.T + b)
    delta = (h @ v + c - t)[:, None] * v * h * (1 - h)
    return delta.T @ np.abs(X)
