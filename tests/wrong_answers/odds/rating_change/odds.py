"""Loses rating_change-check: Those are the odds in place of the score expected
Loses rating_change-more: Those are the odds in place of the score expected
"""


def rating_change(own, other, result, K):
    odds = 10 ** ((own - other) / 400)
    return K * (result - odds)
