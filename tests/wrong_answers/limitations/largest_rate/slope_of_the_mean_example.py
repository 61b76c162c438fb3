"""Loses largest_rate-check: gives 6.84125, and 8 is right
Loses largest_rate-any: Your rate is 8.484, but descent still settles at 1.02 times of
"""

import numpy as np

from sigmoids.functions import logistic


def largest_rate(X, w):
    s = logistic(X.mean(axis=0) @ w)
    return 2 / np.linalg.eigvalsh(X.T @ X / len(X) * s * (1 - s))[-1]
