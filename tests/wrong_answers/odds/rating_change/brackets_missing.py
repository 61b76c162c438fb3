"""Loses rating_change-check: K takes the difference of both scores: `K * (result - expected
Loses rating_change-more: K takes the difference of both scores: `K * (result - expected
"""


def rating_change(own, other, result, K):
    p = 1 / (1 + 10 ** ((other - own) / 400))
    return K * result - p
