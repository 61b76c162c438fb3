"""Loses to_population-ends: 1 minus a number close to 1 loses the digits of a"""


def to_population(p, kept):
    return 1 - (1 - p) / (1 - p + kept * p)
