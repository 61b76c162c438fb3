"""Loses rating_change-check: The sign is turned: who scores more than was expected
Loses rating_change-more: The sign is turned: who scores more than was expected
"""


def rating_change(own, other, result, K):
    p = 1 / (1 + 10 ** ((other - own) / 400))
    return K * (p - result)
