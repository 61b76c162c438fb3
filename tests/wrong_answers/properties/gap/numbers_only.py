"""Loses gap-check: That works for one number only: `if` and the functions of `math`"""

import math


def gap(x):
    return 2 / (1 + math.exp(2 * x))
