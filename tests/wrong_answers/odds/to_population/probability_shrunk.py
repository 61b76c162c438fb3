"""Loses to_population-check: not the probability
Loses to_population-ends: element 1 is 0.25, and 0.333333 is right
"""


def to_population(p, kept):
    return p * kept
