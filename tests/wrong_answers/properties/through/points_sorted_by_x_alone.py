"""Loses through-falling: The points may come in any order"""

from sigmoids.functions import logit


def through(x1, s1, x2, s2):
    x1, x2 = sorted((x1, x2))
    k = (logit(s2) - logit(s1)) / (x2 - x1)
    return k, x1 - logit(s1) / k
