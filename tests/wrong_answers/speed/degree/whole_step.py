"""Loses degree-check: at most half a step
Loses degree-table: n is the nearest whole number, so that r is at most
"""

import math


def degree(entries, digits):
    r = math.log(2) / entries
    d = 1
    while r ** (d + 1) / math.factorial(d + 1) > 2.0 ** -(digits + 1):
        d += 1
    return d
