"""Loses degree-table: It is wrong for one table and format"""

import math


def degree(entries, digits):
    r = math.log(2) / entries / 2
    d = 1
    while r ** (d + 1) / math.factorial(d + 1) > 2.0 ** -(
        digits + 1 if entries < 33 else digits - 2
    ):
        d += 1
    return d
