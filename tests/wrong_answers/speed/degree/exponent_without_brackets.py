"""Loses degree-check: The sum in the exponent needs brackets: `r ** d + 1`
Loses degree-table: The sum in the exponent needs brackets: `r ** d + 1`
"""

import math


def degree(entries, digits):
    r = math.log(2) / 2 / entries
    return next(d for d in range(1, 99) if r**d + 1 / math.factorial(d + 1) <= 2 ** -(digits + 1))
