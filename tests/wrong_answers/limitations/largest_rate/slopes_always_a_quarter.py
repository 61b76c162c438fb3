"""Loses largest_rate-any: The slopes are ¼ where z = 0"""

import numpy as np


def largest_rate(X, w):
    return 8 / np.linalg.eigvalsh(X.T @ X / len(X))[-1]
