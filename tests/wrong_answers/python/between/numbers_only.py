"""Loses between-check: That works for one pair of numbers only: `if` and the functions
Loses between-digits: stops with ValueError
"""

import math

from scipy.special import expit


def between(a, b):
    if a > 0:
        a, b = -b, -a
    return -expit(-a) * expit(b) * math.expm1(a - b)
