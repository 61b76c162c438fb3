"""Loses s_curve-arrays: Whole numbers in"""

import numpy as np


def s_curve(x, ceiling, steepness, midpoint):
    y = np.zeros_like(x)
    y[...] = ceiling / (1 + np.exp(-steepness * (x - midpoint)))
    return y
