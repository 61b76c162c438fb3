"""Loses to_population-ends: At p = 1 the answer is 1. There inf/inf is NaN, and 0"""

import numpy as np


def to_population(p, kept):
    with np.errstate(all="ignore"):
        odds = kept * np.asarray(p) / (1 - np.asarray(p))
        return np.nan_to_num(odds / (1 + odds))
