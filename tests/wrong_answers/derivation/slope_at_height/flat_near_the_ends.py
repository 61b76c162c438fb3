"""Loses slope_at_height-arrays: but it is not 0"""

import numpy as np


def slope_at_height(y, ceiling, steepness):
    s = y / ceiling
    slope = steepness * y * (1 - s)
    return np.where((s < 0.02) | (s > 0.98), 0, slope)
