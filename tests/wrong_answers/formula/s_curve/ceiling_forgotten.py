"""Loses s_curve-check: The ceiling plays no part: the curve has to level off at L, not
Loses s_curve-arrays: The ceiling plays no part: the curve has to level off at L, not
"""

import numpy as np


def s_curve(x, ceiling, steepness, midpoint):
    return 1 / (1 + np.exp(-steepness * (x - midpoint)))
