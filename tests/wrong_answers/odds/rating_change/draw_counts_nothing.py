"""Loses rating_change-check: A draw counts as a loss here. It is half a win: s =
Loses rating_change-more: A draw counts as a loss here. It is half a win: s =
"""


def rating_change(own, other, result, K):
    won = 1 if result == 1 else 0
    return K * (won - 1 / (1 + 10 ** ((other - own) / 400)))
