"""Loses to_population-check: the shift is ln(kept)
Loses to_population-ends: logarithm of 0, at p = 0
"""

import numpy as np


def to_population(p, kept):
    return 1 / (1 + (1 - p) / p * np.exp(kept))
