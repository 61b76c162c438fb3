"""Loses largest_rate-check: The slopes s(1 − s) are missing
Loses largest_rate-any: The slopes s(1 − s) are missing
"""

import numpy as np


def largest_rate(X, w):
    return 2 / np.linalg.eigvalsh(X.T @ X / len(X))[-1]
