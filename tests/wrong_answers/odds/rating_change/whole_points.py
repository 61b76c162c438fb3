"""Loses rating_change-check: Keep the fractions of a point
Loses rating_change-more: Keep the fractions of a point
"""

import numpy as np


def rating_change(own, other, result, K):
    return np.round(K * (result - 1 / (1 + 10 ** ((other - own) / 400))))
