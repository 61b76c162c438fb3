"""Loses largest_rate-any: go higher"""

import numpy as np

from sigmoids.functions import logistic


def largest_rate(X, w):
    s = logistic(X.mean(axis=0) @ w)
    return 2 / np.linalg.eigvalsh(X.T @ X / len(X) * s * (1 - s))[-1]
