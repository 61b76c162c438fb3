"""Loses through-check: ln((1 − s)/s) is the logit with the other sign, so your k has the
Loses through-falling: ln((1 − s)/s) is the logit with the other sign, so your k has the
"""

import numpy as np


def through(x1, s1, x2, s2):
    def L(s):
        return np.log((1 - s) / s)

    k = (L(s2) - L(s1)) / (x2 - x1)
    return k, x1 - L(s1) / k
