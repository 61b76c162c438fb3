"""Loses largest_rate-check: That is the limit for the smallest curvature. The largest one is
Loses largest_rate-any: That is the limit for the smallest curvature. The largest one is
"""

import numpy as np

from sigmoids.functions import logistic


def largest_rate(X, w):
    s = logistic(X @ w)
    return 2 / np.linalg.eigvalsh((X.T * (s * (1 - s))) @ X / len(X))[0]
