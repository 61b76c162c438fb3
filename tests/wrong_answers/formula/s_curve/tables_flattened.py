"""Loses s_curve-arrays: an array of 4 came back, and an array of shape (2, 2) is wanted"""

import numpy as np


def s_curve(x, ceiling, steepness, midpoint):
    y = ceiling / (1 + np.exp(-steepness * (x - midpoint)))
    return y.ravel() if np.ndim(y) else y
