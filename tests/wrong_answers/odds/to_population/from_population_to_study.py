"""Loses to_population-check: the way from the population to the study
Loses to_population-ends: element 1 is 0.666667, and 0.333333 is right
"""


def to_population(p, kept):
    return p / (p + (1 - p) * kept)
