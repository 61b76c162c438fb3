"""Loses rating_change-check: gives -20.02, and -20 is right
Loses rating_change-more: stops with TypeError
"""

import numpy as np


def rating_change(own, other, result, K):
    p = (
        round(1 / (1 + 10 ** ((other - own) / 400)), 2)
        if np.ndim(other) == 0
        else 1 / (1 + 10 ** ((other - own) / 400))
    )
    return K * (result - p)
