"""Loses s_curve-check: The midpoint plays no part: the curve has to be at L/2 where x =
Loses s_curve-arrays: The midpoint plays no part: the curve has to be at L/2 where x =
"""

import numpy as np


def s_curve(x, ceiling, steepness, midpoint):
    return ceiling / (1 + np.exp(-steepness * x))
