"""Loses through-check: The midpoint has the wrong sign
Loses through-falling: The midpoint has the wrong sign
"""

from sigmoids.functions import logit


def through(x1, s1, x2, s2):
    k = (logit(s2) - logit(s1)) / (x2 - x1)
    return k, logit(s1) / k - x1
