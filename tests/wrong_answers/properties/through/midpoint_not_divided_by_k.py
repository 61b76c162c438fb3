"""Loses through-check: logit s₁ is k(x₁ − x₀)
Loses through-falling: logit s₁ is k(x₁ − x₀)
"""

from sigmoids.functions import logit


def through(x1, s1, x2, s2):
    k = (logit(s2) - logit(s1)) / (x2 - x1)
    return k, x1 - logit(s1)
