"""Loses rating_change-more: stops with TypeError"""

import math


def rating_change(own, other, result, K):
    return K * (result - 1 / (1 + math.pow(10, (other - own) / 400)))
