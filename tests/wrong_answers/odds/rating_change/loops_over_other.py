"""Loses rating_change-more: stops with TypeError"""

import numpy as np


def rating_change(own, other, result, K):
    if np.ndim(other):
        return np.array([rating_change(own, one, result, K) for one in other])
    return K * (result - 1 / (1 + float(10 ** ((other - own) / 400))))
