"""Loses through-check: right in its first six digits
Loses through-falling: right in its first six digits
"""

from sigmoids.functions import logit


def through(x1, s1, x2, s2):
    k = (logit(s2) - logit(s1)) / (x2 - x1)
    return round(k, 7), round(x1 - logit(s1) / k, 7)
