"""Loses slope_at_height-arrays: an array of 4 came back"""

import numpy as np


def slope_at_height(y, ceiling, steepness):
    if np.ndim(y) == 0:
        return steepness * y * (1 - y / ceiling)
    return [steepness * one * (1 - one / ceiling) for one in np.ravel(y)]
