"""Loses to_population-ends: element 0 is"""

import numpy as np


def to_population(p, kept):
    p = np.asarray(p)
    return np.where(p < 1e-9, p, p * kept / (p * kept + (1 - p)))
