"""Loses largest_rate-any: their mean will not do"""

import numpy as np

from sigmoids.functions import logistic


def largest_rate(X, w):
    s = logistic(X @ w)
    return 2 / np.linalg.eigvalsh(X.T @ X / len(X) * np.mean(s * (1 - s)))[-1]
