"""Loses through-check: Take both differences in the same order
Loses through-falling: Take both differences in the same order
"""

from sigmoids.functions import logit


def through(x1, s1, x2, s2):
    k = (logit(s2) - logit(s1)) / (x1 - x2)
    return k, x1 - logit(s1) / k
