"""Loses to_population-ends: divide by 0 at p = 1"""


def to_population(p, kept):
    odds = kept * p / (1 - p)
    return odds / (1 + odds)
