"""Loses gap-check: stops with TypeError"""

import math


def gap(x):
    return 2 / (1 + math.exp(2 * x))
