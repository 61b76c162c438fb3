"""Loses s_curve-check: `s_curve(0, 1, 1, -2)` gives 0.119203, and 0.880797 is right"""

import numpy as np


def s_curve(x, ceiling, steepness, midpoint):
    return ceiling / (1 + np.exp(-steepness * (x - abs(midpoint))))
