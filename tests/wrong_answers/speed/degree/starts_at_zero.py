"""Loses degree-table: the degree is at least 1"""

import math


def degree(entries, digits):
    r = math.log(2) / entries / 2
    d = 0
    while r ** (d + 1) / math.factorial(d + 1) > 2.0 ** -(digits + 1):
        d += 1
    return d
