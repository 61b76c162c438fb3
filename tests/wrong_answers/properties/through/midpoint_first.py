"""Loses through-check: The steepness comes first
Loses through-falling: The steepness comes first
"""

from sigmoids.functions import logit


def through(x1, s1, x2, s2):
    k = (logit(s2) - logit(s1)) / (x2 - x1)
    return x1 - logit(s1) / k, k
