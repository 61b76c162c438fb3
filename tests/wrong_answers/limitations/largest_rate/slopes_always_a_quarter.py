"""Loses largest_rate-check: The slopes are ¼ at w = 0 only; elsewhere they depend on the
Loses largest_rate-any: The slopes are ¼ at w = 0 only; elsewhere they depend on the
"""

import numpy as np


def largest_rate(X, w):
    return 8 / np.linalg.eigvalsh(X.T @ X / len(X))[-1]
