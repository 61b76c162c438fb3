"""Loses rating_change-check: The change is K times the difference of the scores: K
Loses rating_change-more: The change is K times the difference of the scores: K
"""


def rating_change(own, other, result, K):
    p = 1 / (1 + 10 ** ((other - own) / 400))
    return result - p
