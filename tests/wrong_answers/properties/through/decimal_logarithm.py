"""Loses through-check: The logarithm is the natural one
Loses through-falling: The logarithm is the natural one
"""

import numpy as np


def through(x1, s1, x2, s2):
    z1, z2 = np.log10(s1 / (1 - s1)), np.log10(s2 / (1 - s2))
    k = (z2 - z1) / (x2 - x1)
    return k, x1 - z1 / k
