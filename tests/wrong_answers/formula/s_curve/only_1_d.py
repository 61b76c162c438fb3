"""Loses s_curve-arrays: `s_curve(an array of shape (2, 2), 4, -1, 1.5)` stops with"""

import numpy as np


def s_curve(x, ceiling, steepness, midpoint):
    import math

    if np.ndim(x) == 0:
        return ceiling / (1 + math.exp(-steepness * (x - midpoint)))
    return [ceiling / (1 + math.exp(-steepness * (one - midpoint))) for one in x]
