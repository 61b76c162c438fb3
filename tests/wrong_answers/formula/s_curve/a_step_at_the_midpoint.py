"""Loses s_curve-check: `s_curve(3, 10, 2, 3)` gives 10, and 5 is right
Loses s_curve-arrays: `s_curve([0, 5, 10], 10, 0.4, 5)`: element 1 is 10, and 5 is
"""

import numpy as np


def s_curve(x, ceiling, steepness, midpoint):
    y = ceiling / (1 + np.exp(-steepness * (x - midpoint)))
    return np.where(np.asarray(x) == midpoint, ceiling, y)
