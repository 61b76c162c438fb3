"""Loses s_curve-arrays: element 0, 1 is 1.51016, and 2.48984 is right"""

import numpy as np


def s_curve(x, ceiling, steepness, midpoint):
    return ceiling / (1 + np.exp(-steepness * (np.transpose(x) - midpoint)))
