"""Loses largest_rate-check: The Frobenius norm holds all curvatures. `np.linalg.norm(H, 2)`
Loses largest_rate-any: The Frobenius norm holds all curvatures. `np.linalg.norm(H, 2)`
"""

import numpy as np

from sigmoids.functions import logistic


def largest_rate(X, w):
    s = logistic(X @ w)
    return 2 / np.linalg.norm((X.T * (s * (1 - s))) @ X / len(X))
