"""Loses through-falling: Do not clip the heights: a probability may be far below one in a"""

import numpy as np

from sigmoids.functions import logit


def through(x1, s1, x2, s2):
    s1, s2 = np.clip([s1, s2], 1e-3, 1 - 1e-3)
    k = (logit(s2) - logit(s1)) / (x2 - x1)
    return k, x1 - logit(s1) / k
