"""Loses to_population-check: stops with ValueError
Loses to_population-ends: stops with ValueError
"""


def to_population(p, kept):
    if p == 1:
        return 1.0
    odds = kept * p / (1 - p)
    return odds / (1 + odds)
