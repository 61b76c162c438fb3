"""Loses hidden_gradient-check: The error a − t, with which the way back begins, is missing
Loses hidden_gradient-batch: element
"""

import numpy as np

from sigmoids.functions import logistic


def hidden_gradient(X, W, b, v, c, t):
    H = logistic(X @ W.T + b)
    d = np.ones(len(X))[:, None] * v * H * (1 - H)
    return d.T @ X
