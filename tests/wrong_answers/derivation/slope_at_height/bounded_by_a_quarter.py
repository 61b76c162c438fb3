"""Loses slope_at_height-check: `slope_at_height(3, 4, 2)` gives 0.25
Loses slope_at_height-arrays: element 0 is 0.25
"""

import numpy as np


def slope_at_height(y, ceiling, steepness):
    return np.minimum(steepness * y * (1 - y / ceiling), 0.25)
