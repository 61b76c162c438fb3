"""Loses to_population-check: Those are the odds
Loses to_population-ends: divide by 0 at p = 1
"""


def to_population(p, kept):
    return kept * p / (1 - p)
