"""Loses s_curve-check: inside the brackets
Loses s_curve-arrays: inside the brackets
"""

import numpy as np


def s_curve(x, ceiling, steepness, midpoint):
    return ceiling / (1 + np.exp(-steepness * x + midpoint))
