"""Loses to_population-ends: The ends are cut off"""

import numpy as np


def to_population(p, kept):
    p = np.clip(p, 1e-6, 1 - 1e-6)
    return 1 / (1 + (1 / p - 1) / kept)
