"""Loses to_population-ends: 0 and 1 may come as an array of whole numbers, in"""

import numpy as np


def to_population(p, kept):
    p = np.asarray(p)
    healthy = 1 - p
    healthy /= kept
    return p / (p + healthy)
