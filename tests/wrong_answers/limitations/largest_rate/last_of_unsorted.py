"""Loses largest_rate-check: in no order: the last one
Loses largest_rate-any: is wrong at an input that is not shown here
"""

import numpy as np

from sigmoids.functions import logistic


def largest_rate(X, w):
    s = logistic(X @ w)
    return 2 / np.linalg.eigvals((X.T * (s * (1 - s))) @ X / len(X))[-1]
