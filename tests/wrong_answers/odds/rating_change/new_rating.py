"""Loses rating_change-check: That is the new rating. The change is wanted
Loses rating_change-more: writes into its first argument, which the caller
"""


def rating_change(own, other, result, K):
    own += K * (result - 1 / (1 + 10 ** ((other - own) / 400)))
    return own
