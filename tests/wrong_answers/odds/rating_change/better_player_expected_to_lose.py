"""Loses rating_change-check: turn the difference round
Loses rating_change-more: turn the difference round
"""


def rating_change(own, other, result, K):
    return K * (result - 1 / (1 + 10 ** ((own - other) / 400)))
