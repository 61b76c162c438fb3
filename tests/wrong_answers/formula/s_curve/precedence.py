"""Loses s_curve-check: Division comes before addition: put the denominator in brackets
Loses s_curve-arrays: Division comes before addition: put the denominator in brackets
"""

import numpy as np


def s_curve(x, ceiling, steepness, midpoint):
    return ceiling / 1 + np.exp(-steepness * (x - midpoint))
