"""Loses to_population-check: gives 1, and 0.665552 is right
Loses to_population-ends: gives 1, and 0.49975 is right
"""

import numpy as np


def to_population(p, kept):
    p = np.asarray(p)
    return np.where(p > 0.99, 1, p * kept / (p * kept + (1 - p)))
