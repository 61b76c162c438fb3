"""Loses degree-table: Your result does not depend on the table: with m"""

import math


def degree(entries, digits):
    r = math.log(2) / 2
    d = 1
    while r ** (d + 1) / math.factorial(d + 1) > 2.0 ** -(digits + 1):
        d += 1
    return d
