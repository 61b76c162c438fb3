"""Loses largest_rate-check: not yet the rate
Loses largest_rate-any: go higher
"""

import numpy as np

from sigmoids.functions import logistic


def largest_rate(X, w):
    s = logistic(X @ w)
    return np.linalg.eigvalsh((X.T * (s * (1 - s))) @ X / len(X))[-1]
