"""Loses ceiling-check: That is 1/K
Loses ceiling-none: `ceiling([2, 3, 5])` gives 0, and inf is right
"""


def ceiling(p):
    a, b, c = 1 / p
    if b**2 >= a * c:
        return 0.0
    return (a * c - b**2) / (a - 2 * b + c)
