"""Loses slope_at_height-arrays: at an input that is not shown"""

import numpy as np


def slope_at_height(y, ceiling, steepness):
    slope = steepness * y * (1 - y / ceiling)
    return np.where(np.asarray(y) < 1e-9 * ceiling, 0, slope)
