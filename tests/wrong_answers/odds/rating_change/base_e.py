"""Loses rating_change-check: the base is 10, not e
Loses rating_change-more: the base is 10, not e
"""

import numpy as np


def rating_change(own, other, result, K):
    return K * (result - 1 / (1 + np.exp((other - own) / 400)))
