"""Loses rating_change-more: A draw is half a win"""


def rating_change(own, other, result, K):
    won = 1 if result == 1 else 0
    return K * (won - 1 / (1 + 10 ** ((other - own) / 400)))
