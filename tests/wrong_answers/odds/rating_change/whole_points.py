"""Loses rating_change-check: Keep the fractions of a point
Loses rating_change-more: element 0 is 5, and 4.80506 is right
"""

import numpy as np


def rating_change(own, other, result, K):
    return np.round(K * (result - 1 / (1 + 10 ** ((other - own) / 400))))
