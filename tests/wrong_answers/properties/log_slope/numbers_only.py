"""Loses log_slope-check: That works for one number only: `if` and the functions of `math`
Loses log_slope-tails: stops with TypeError
"""

import math


def log_slope(x):
    a = abs(x)
    return -a - 2 * math.log1p(math.exp(-a))
