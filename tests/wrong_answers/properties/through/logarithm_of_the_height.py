"""Loses through-check: it leaves out 1 − s
Loses through-falling: it leaves out 1 − s
"""

import numpy as np


def through(x1, s1, x2, s2):
    k = np.log(s2 / s1) / (x2 - x1)
    return k, x1 - np.log(s1) / k
