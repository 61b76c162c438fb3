"""Loses through-check: k is a rise for each unit of x: divide by x₂ − x₁
Loses through-falling: k is a rise for each unit of x: divide by x₂ − x₁
"""

from sigmoids.functions import logit


def through(x1, s1, x2, s2):
    k = (logit(s2) - logit(s1)) * (x2 - x1)
    return k, x1 - logit(s1) / k
