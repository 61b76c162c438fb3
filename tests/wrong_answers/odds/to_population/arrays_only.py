"""Loses to_population-check: `to_population(0.5, 0.1)` stops with AttributeError
Loses to_population-ends: `to_population(1, 0.001)` stops with AttributeError
"""

import numpy as np


def to_population(p, kept):
    result = np.zeros(p.shape)
    for place, one in np.ndenumerate(p):
        result[place] = one * kept / (one * kept + 1 - one)
    return result
