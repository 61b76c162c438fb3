"""Loses rating_change-check: `rating_change(2000, 1600, 0, 22)` gives -18.1818
Loses rating_change-more: K is not always 20
"""


def rating_change(own, other, result, K):
    return 20 * (result - 1 / (1 + 10 ** ((other - own) / 400)))
