"""Loses largest_rate-check: in no order: the first one
Loses largest_rate-any: That is the limit for the smallest curvature
"""

import numpy as np

from sigmoids.functions import logistic


def largest_rate(X, w):
    s = logistic(X @ w)
    return 2 / np.linalg.eigvals((X.T * (s * (1 - s))) @ X / len(X))[0]
