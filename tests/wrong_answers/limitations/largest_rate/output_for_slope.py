"""Loses largest_rate-check: The slope of σ is s(1 − s), not s
Loses largest_rate-any: The slope of σ is s(1 − s), not s
"""

import numpy as np

from sigmoids.functions import logistic


def largest_rate(X, w):
    s = logistic(X @ w)
    return 2 / np.linalg.eigvalsh((X.T * s) @ X / len(X))[-1]
