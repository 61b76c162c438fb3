"""Loses rating_change-check: A difference above 400 counts as it is, whatever the
Loses rating_change-more: A difference above 400 counts as it is, whatever the
"""

import numpy as np


def rating_change(own, other, result, K):
    gap = np.clip(np.asarray(own) - other, -400, 400)
    return K * (result - 1 / (1 + 10 ** (-gap / 400)))
