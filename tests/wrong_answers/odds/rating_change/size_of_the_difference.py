"""Loses rating_change-check: The sign of the difference counts: the weaker player
Loses rating_change-more: The sign of the difference counts: the weaker player
"""


def rating_change(own, other, result, K):
    p = 1 / (1 + 10 ** (abs(other - own) / 400))
    return K * (result - p)
