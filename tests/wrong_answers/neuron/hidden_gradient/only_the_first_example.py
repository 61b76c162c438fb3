"""Loses hidden_gradient-batch: not only the first"""

import numpy as np

from sigmoids.functions import logistic


def hidden_gradient(X, W, b, v, c, t):
    h = logistic(W @ X[0] + b)
    delta = (h @ v + c - t[0]) * v * h * (1 - h)
    return np.outer(delta, X[0])
