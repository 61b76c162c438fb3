"""Loses rating_change-more: `math` computes with one number. NumPy's functions"""

import math


def rating_change(own, other, result, K):
    return K * (result - 1 / (1 + math.pow(10, (other - own) / 400)))
