"""Loses rating_change-check: That is the score expected
Loses rating_change-more: That is the score expected
"""


def rating_change(own, other, result, K):
    return 1 / (1 + 10 ** ((other - own) / 400))
