"""Loses through-check: do not lie on a straight line
Loses through-falling: do not lie on a straight line
"""


def through(x1, s1, x2, s2):
    slope = (s2 - s1) / (x2 - x1)
    return slope, x1 + (0.5 - s1) / slope
