"""Loses slope_at_height-arrays: stops with TypeError"""

import numpy as np


def slope_at_height(y, ceiling, steepness):
    if np.ndim(y) == 0:
        return steepness * y * (1 - y / ceiling)
    return [steepness * float(one) * (1 - float(one) / ceiling) for one in y]
