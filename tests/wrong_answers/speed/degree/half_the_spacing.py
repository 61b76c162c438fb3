"""Loses degree-check: That allows half the spacing. A quarter is 2 to the
Loses degree-table: That allows half the spacing. A quarter is 2 to the
"""

import math


def degree(entries, digits):
    d, r = 1, math.log(2) / 2 / entries
    while r ** (d + 1) / math.factorial(d + 1) > 2**-digits:
        d += 1
    return d
