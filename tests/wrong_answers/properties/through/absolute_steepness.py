"""Loses through-falling: The second curve falls, so its k is negative: no absolute value"""

from sigmoids.functions import logit


def through(x1, s1, x2, s2):
    k = (logit(s2) - logit(s1)) / (x2 - x1)
    return abs(k), x1 - logit(s1) / k
