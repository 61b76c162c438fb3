"""Loses to_population-ends: The ends are cut off: at p = 0 the answer is 0, and"""

import numpy as np


def to_population(p, kept):
    p = np.clip(p, 1e-12, 1 - 1e-12)
    odds = kept * p / (1 - p)
    return odds / (1 + odds)
