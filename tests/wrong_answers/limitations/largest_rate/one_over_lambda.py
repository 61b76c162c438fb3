"""Loses largest_rate-check: Up to 1/λ each step stops short of the minimum; it may overshoot
Loses largest_rate-any: Up to 1/λ each step stops short of the minimum; it may overshoot
"""

import numpy as np

from sigmoids.functions import logistic


def largest_rate(X, w):
    s = logistic(X @ w)
    return 1 / np.linalg.eigvalsh((X.T * (s * (1 - s))) @ X / len(X))[-1]
