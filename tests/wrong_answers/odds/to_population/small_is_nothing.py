"""Loses to_population-ends: A very small probability is not 0"""

import numpy as np


def to_population(p, kept):
    p = np.where(np.isclose(p, 0), 0, p)
    return p * kept / (p * kept + (1 - p))
