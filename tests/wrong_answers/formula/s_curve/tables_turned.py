"""Loses s_curve-arrays: `s_curve(an array of shape (2, 2), 4, -1, 1.5)`: element 0, 1 is"""

import numpy as np


def s_curve(x, ceiling, steepness, midpoint):
    return ceiling / (1 + np.exp(-steepness * (np.transpose(x) - midpoint)))
