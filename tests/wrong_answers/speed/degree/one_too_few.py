"""Loses degree-check: That is one degree less: the first term that is left
Loses degree-table: That is one degree less than is needed
"""

import math


def degree(entries, digits):
    r = math.log(2) / entries / 2
    d = 1
    while r ** (d + 1) / math.factorial(d + 1) > 2.0 ** -(digits + 1):
        d += 1
    return d - 1
