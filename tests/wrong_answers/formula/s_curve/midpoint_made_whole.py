"""Loses s_curve-arrays: keep the fraction of the midpoint"""

import numpy as np


def s_curve(x, ceiling, steepness, midpoint):
    return ceiling / (1 + np.exp(-steepness * (x - int(midpoint))))
