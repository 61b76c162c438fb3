"""Loses to_population-ends: kept · p + 1 − p is computed from the left"""


def to_population(p, kept):
    return kept * p / (kept * p + 1 - p)
