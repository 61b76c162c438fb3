"""Loses degree-check: gives 13, and 23 is right
Loses degree-table: gives 5, and 6 is right
"""

import math


def degree(entries, digits):
    d, r = 1, math.log(2) / 2 / entries
    while r ** (d + 1) / math.factorial(d + 1) > 2**-24:
        d += 1
    return d if digits == 24 else 13
