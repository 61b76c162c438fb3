"""Loses largest_rate-check: That is the largest curvature, not yet the rate
Loses largest_rate-any: That is the largest curvature, not yet the rate
"""

import numpy as np

from sigmoids.functions import logistic


def largest_rate(X, w):
    s = logistic(X @ w)
    return np.linalg.eigvalsh((X.T * (s * (1 - s))) @ X / len(X))[-1]
