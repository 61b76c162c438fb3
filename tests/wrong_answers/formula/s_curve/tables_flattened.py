"""Loses s_curve-arrays: `s_curve(an array of shape (2, 2), 4, -1, 1.5)`: an array of 4"""

import numpy as np


def s_curve(x, ceiling, steepness, midpoint):
    y = ceiling / (1 + np.exp(-steepness * (x - midpoint)))
    return y.ravel() if np.ndim(y) else y
