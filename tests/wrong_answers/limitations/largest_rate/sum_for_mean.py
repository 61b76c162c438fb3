"""Loses largest_rate-check: The loss is a mean over the examples: divide by their number
Loses largest_rate-any: The loss is a mean over the examples: divide by their number
"""

import numpy as np

from sigmoids.functions import logistic


def largest_rate(X, w):
    s = logistic(X @ w)
    return 2 / np.linalg.eigvalsh((X.T * (s * (1 - s))) @ X)[-1]
