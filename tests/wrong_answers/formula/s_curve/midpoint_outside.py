"""Loses s_curve-check: Both belong inside the brackets, and the midpoint is subtracted:
Loses s_curve-arrays: Both belong inside the brackets, and the midpoint is subtracted:
"""

import numpy as np


def s_curve(x, ceiling, steepness, midpoint):
    return ceiling / (1 + np.exp(-steepness * x - midpoint))
