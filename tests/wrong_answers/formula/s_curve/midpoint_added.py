"""Loses s_curve-check: subtract the midpoint
Loses s_curve-arrays: subtract the midpoint
"""

import numpy as np


def s_curve(x, ceiling, steepness, midpoint):
    return ceiling / (1 + np.exp(-steepness * (x + midpoint)))
