"""Loses s_curve-check: `s_curve(4, 8, 0.5, 1)` gives 7.62059, and 6.5406 is right
Loses s_curve-arrays: `s_curve([0, 5, 10], 10, 0.4, 5)`: element 0 is 0.0669285, and
"""

import numpy as np


def s_curve(x, ceiling, steepness, midpoint):
    k = np.sign(steepness) * max(abs(steepness), 1)
    return ceiling / (1 + np.exp(-k * (x - midpoint)))
