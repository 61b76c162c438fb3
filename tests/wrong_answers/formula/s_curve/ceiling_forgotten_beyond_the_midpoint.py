"""Loses s_curve-check: `s_curve(4, 8, 0.5, 1)` gives 0.817574
Loses s_curve-arrays: element 2
"""

import numpy as np


def s_curve(x, ceiling, steepness, midpoint):
    y = 1 / (1 + np.exp(-steepness * (x - midpoint)))
    return np.where(np.asarray(x) > midpoint, y, ceiling * y)
