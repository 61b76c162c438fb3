"""Loses to_population-check: writes into its first argument, which the caller
Loses to_population-ends: writes into its first argument, which the caller
"""

import numpy as np


def to_population(p, kept):
    p = np.asarray(p, float)
    p *= kept
    return p / (p + 1 - p / kept)
