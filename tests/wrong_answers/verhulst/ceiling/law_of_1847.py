"""Loses ceiling-check: that is the law of 1847
Loses ceiling-none: `ceiling([2, 3, 5])` gives 1, and inf is right
"""


def ceiling(p):
    return (p[0] * p[2] - p[1] ** 2) / (p[0] - 2 * p[1] + p[2])
