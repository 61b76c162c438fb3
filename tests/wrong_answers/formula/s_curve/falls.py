"""Loses s_curve-check: needs a minus sign
Loses s_curve-arrays: needs a minus sign
"""

import numpy as np


def s_curve(x, ceiling, steepness, midpoint):
    return ceiling / (1 + np.exp(steepness * (x - midpoint)))
