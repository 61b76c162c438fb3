"""Loses degree-check: It knows two formats only. Compute the limit from
Loses degree-table: It knows two formats only. Compute the limit from
"""

import math


def degree(entries, digits):
    r = math.log(2) / entries / 2
    d = 1
    while r ** (d + 1) / math.factorial(d + 1) > 2.0 ** -(25 if digits < 30 else 54):
        d += 1
    return d
