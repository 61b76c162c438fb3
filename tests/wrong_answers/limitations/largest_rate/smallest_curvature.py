"""Loses largest_rate-check: The largest one is the first to fail
Loses largest_rate-any: too high
"""

import numpy as np

from sigmoids.functions import logistic


def largest_rate(X, w):
    s = logistic(X @ w)
    return 2 / np.linalg.eigvalsh((X.T * (s * (1 - s))) @ X / len(X))[0]
