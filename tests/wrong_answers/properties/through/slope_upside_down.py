"""Loses through-check: You have it upside down
Loses through-falling: You have it upside down
"""

from sigmoids.functions import logit


def through(x1, s1, x2, s2):
    k = (x2 - x1) / (logit(s2) - logit(s1))
    return k, x1 - logit(s1) / k
