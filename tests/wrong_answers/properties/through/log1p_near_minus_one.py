"""Loses through-falling: Where the curve falls far, ln(1 + u) has u near −1 and loses digits"""

import numpy as np

from sigmoids.functions import logit


def through(x1, s1, x2, s2):
    r = np.log1p((s2 - s1) / (s1 * (1 - s2)))
    k = r / (x2 - x1)
    return k, x1 - logit(s1) / k
