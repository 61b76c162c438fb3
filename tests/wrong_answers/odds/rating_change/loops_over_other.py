"""Loses rating_change-more: `rating_change([1300, 1500, 1700], 1500, 0.5, 20)`"""

import numpy as np


def rating_change(own, other, result, K):
    if np.ndim(other):
        return np.array([rating_change(own, one, result, K) for one in other])
    return K * (result - 1 / (1 + float(10 ** ((other - own) / 400))))
