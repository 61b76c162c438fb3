"""Loses rating_change-more: a difference above 400 counts as it is"""

import numpy as np


def rating_change(own, other, result, K):
    gap = np.clip(np.asarray(own) - other, -400, 400)
    return K * (result - 1 / (1 + 10 ** (-gap / 400)))
