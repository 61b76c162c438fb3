"""Loses s_curve-arrays: stops with TypeError: only 0-dimensional arrays can be converted"""

import numpy as np


def s_curve(x, ceiling, steepness, midpoint):
    import math

    if np.ndim(x) == 0:
        return ceiling / (1 + math.exp(-steepness * (x - midpoint)))
    return [ceiling / (1 + math.exp(-steepness * (one - midpoint))) for one in x]
