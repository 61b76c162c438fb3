"""Loses largest_rate-check: `largest_rate(an array of shape (3, 2), [1.09861, 0.549306])`
Loses largest_rate-any: Your rate is 8.484, but descent still settles at 1.02 times of
"""

import numpy as np

from sigmoids.functions import logistic


def largest_rate(X, w):
    s = logistic(X.mean(axis=0) @ w)
    return 2 / np.linalg.eigvalsh(X.T @ X / len(X) * s * (1 - s))[-1]
