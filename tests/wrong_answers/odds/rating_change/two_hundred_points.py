"""Loses rating_change-check: 400 points are for tenfold odds, not 200
Loses rating_change-more: 400 points are for tenfold odds, not 200
"""


def rating_change(own, other, result, K):
    p = 1 / (1 + 10 ** ((other - own) / 200))
    return K * (result - p)
