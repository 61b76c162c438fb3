"""Loses through-check: The slope at the midpoint is k/4, but a chord is not as steep as that
Loses through-falling: The slope at the midpoint is k/4, but a chord is not as steep as that
"""


def through(x1, s1, x2, s2):
    m = (s2 - s1) / (x2 - x1)
    return 4 * m, x1 + (0.5 - s1) / m
