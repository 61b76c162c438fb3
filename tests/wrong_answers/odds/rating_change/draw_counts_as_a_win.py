"""Loses rating_change-check: A draw counts as a win here. It is half of one: s =
Loses rating_change-more: A draw counts as a win here. It is half of one: s =
"""


def rating_change(own, other, result, K):
    p = 1 / (1 + 10 ** ((other - own) / 400))
    return K * (1 - p) if result else -K * p
