"""Loses slope_at_height-check: do not apply σ to it once more
Loses slope_at_height-arrays: do not apply σ to it once more
"""

import numpy as np


def slope_at_height(y, ceiling, steepness):
    s = 1 / (1 + np.exp(-steepness * y))
    return steepness * ceiling * s * (1 - s)
