"""Loses largest_rate-check: The slopes s(1 − s) belong inside the sum, each to its example;
Loses largest_rate-any: The slopes s(1 − s) belong inside the sum, each to its example;
"""

import numpy as np

from sigmoids.functions import logistic


def largest_rate(X, w):
    s = logistic(X @ w)
    return 2 / np.linalg.eigvalsh(X.T @ X / len(X) * np.mean(s * (1 - s)))[-1]
