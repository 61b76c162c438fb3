"""Loses through-check: grows by a factor with x
Loses through-falling: grows by a factor with x
"""


def through(x1, s1, x2, s2):
    o1, o2 = s1 / (1 - s1), s2 / (1 - s2)
    k = (o2 - o1) / (x2 - x1)
    return k, x1 + (1 - o1) / k
