"""Loses to_population-ends: element 1 is 0, and 0.5 is right"""

import numpy as np


def to_population(p, kept):
    return (
        kept * p / (kept * p + (1 - p))
        if np.all(np.asarray(p) < 1)
        else np.where(np.asarray(p) < 1, 0.0 + (np.asarray(p) == 0.5) / 3, 1.0)
    )
