"""Loses ceiling-none: Look at the factor first"""


def ceiling(p):
    a, b, c = 1 / p
    return (a - 2 * b + c) / (a * c - b**2)
