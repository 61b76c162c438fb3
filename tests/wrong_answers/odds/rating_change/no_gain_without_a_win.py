"""Loses rating_change-check: gives 0, and 2.59747 is right
Loses rating_change-more: element 0 is 0, and 5.19494 is right
"""

import numpy as np


def rating_change(own, other, result, K):
    change = K * (result - 1 / (1 + 10 ** ((other - own) / 400)))
    return change if result == 1 else np.minimum(change, 0)
