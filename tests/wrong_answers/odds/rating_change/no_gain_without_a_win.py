"""Loses rating_change-more: at an input that is not shown"""

import numpy as np


def rating_change(own, other, result, K):
    change = K * (result - 1 / (1 + 10 ** ((other - own) / 400)))
    return change if result == 1 else np.minimum(change, 0)
