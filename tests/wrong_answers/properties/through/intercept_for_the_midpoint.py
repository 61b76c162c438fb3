"""Loses through-check: Your second number is the line's intercept, −k·x₀
Loses through-falling: Your second number is the line's intercept, −k·x₀
"""

import numpy as np

from sigmoids.functions import logit


def through(x1, s1, x2, s2):
    k, b = np.polyfit([x1, x2], [logit(s1), logit(s2)], 1)
    return k, b
