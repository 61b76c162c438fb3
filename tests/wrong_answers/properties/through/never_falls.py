"""Loses through-falling: element 0 is 0.744531"""

from sigmoids.functions import logit


def through(x1, s1, x2, s2):
    k = abs((logit(s2) - logit(s1)) / (x2 - x1))
    return k, x1 - logit(s1) / k
