"""Loses to_population-ends: should be kept at p = 1, but digits are lost on the way"""

import numpy as np


def to_population(p, kept):
    p = np.asarray(p)
    return (p * kept / (1 - p * (1 - kept))).tolist()
