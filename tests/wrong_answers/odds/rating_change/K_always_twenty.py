"""Loses rating_change-check: K is not always 20
Loses rating_change-more: K is not always 20
"""


def rating_change(own, other, result, K):
    return 20 * (result - 1 / (1 + 10 ** ((other - own) / 400)))
