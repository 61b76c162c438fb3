"""Loses through-check: halfway between the points only if
Loses through-falling: halfway between the points only if
"""

from sigmoids.functions import logit


def through(x1, s1, x2, s2):
    k = (logit(s2) - logit(s1)) / (x2 - x1)
    return k, (x1 + x2) / 2
