"""Loses slope_at_height-arrays: mind the dtype"""

import numpy as np


def slope_at_height(y, ceiling, steepness):
    slope = np.zeros_like(y)
    slope[...] = steepness * y * (1 - y / ceiling)
    return slope
