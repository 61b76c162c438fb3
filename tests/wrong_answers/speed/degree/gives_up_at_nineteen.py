"""Loses degree-check: For 113 digits it returns nothing: the search for d
Loses degree-table: returns nothing yet. End each path through its body
"""

import math


def degree(entries, digits):
    r = math.log(2) / 2 / entries
    for d in range(1, 20):
        if r ** (d + 1) / math.factorial(d + 1) <= 2 ** -(digits + 1):
            return d
