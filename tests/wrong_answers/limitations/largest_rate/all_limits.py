"""Loses largest_rate-check: Those are the limits of all curvatures. The smallest limit counts
Loses largest_rate-any: an array of 2 came back, and one number is wanted
"""

import numpy as np

from sigmoids.functions import logistic


def largest_rate(X, w):
    s = logistic(X @ w)
    return 2 / np.linalg.eigvalsh((X.T * (s * (1 - s))) @ X / len(X))
