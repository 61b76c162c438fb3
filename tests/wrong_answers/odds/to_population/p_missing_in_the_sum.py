"""Loses to_population-check: Divide by the sum of both numbers, kept · p and 1 −
Loses to_population-ends: element 1 is 0.25, and 0.333333 is right
"""

import numpy as np


def to_population(p, kept):
    p = np.asarray(p, dtype=float)
    return kept * p / (1 - p + kept)
