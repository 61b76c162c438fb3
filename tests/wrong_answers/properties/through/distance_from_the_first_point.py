"""Loses through-check: Your second number is x₀ − x₁
Loses through-falling: Your second number is x₀ − x₁
"""

from sigmoids.functions import logit


def through(x1, s1, x2, s2):
    k = (logit(s2) - logit(s1)) / (x2 - x1)
    return k, -logit(s1) / k
