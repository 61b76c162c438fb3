"""Loses largest_rate-check: Those are the limits of all curvatures. The smallest limit counts
Loses largest_rate-any: `largest_rate(an array of shape (4, 2), [3, -3])`: an array of 2
"""

import numpy as np

from sigmoids.functions import logistic


def largest_rate(X, w):
    s = logistic(X @ w)
    return 2 / np.linalg.eigvalsh((X.T * (s * (1 - s))) @ X / len(X))
