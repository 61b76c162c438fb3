"""Loses to_population-check: `if` decides once for a whole array. Find a form that
Loses to_population-ends: stops with ValueError
"""


def to_population(p, kept):
    if p == 1:
        return 1.0
    odds = kept * p / (1 - p)
    return odds / (1 + odds)
