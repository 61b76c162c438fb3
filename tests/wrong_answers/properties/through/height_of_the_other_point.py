"""Loses through-check: logit s₁ belongs to x₁
Loses through-falling: logit s₁ belongs to x₁
"""

from sigmoids.functions import logit


def through(x1, s1, x2, s2):
    k = (logit(s2) - logit(s1)) / (x2 - x1)
    return k, x2 - logit(s1) / k
