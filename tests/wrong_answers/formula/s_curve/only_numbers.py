"""Loses s_curve-arrays: stops with TypeError"""

import math


def s_curve(x, ceiling, steepness, midpoint):
    return ceiling / (1 + math.exp(-steepness * (x - midpoint)))
