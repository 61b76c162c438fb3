"""Loses rating_change-check: gives
Loses rating_change-more: gives
"""

import numpy as np


def rating_change(own, other, result, K):
    gap = np.clip(np.asarray(own) - other, -1000, 1000)
    return K * (result - 1 / (1 + 10 ** (-gap / 400)))
