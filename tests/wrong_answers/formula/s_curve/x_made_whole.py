"""Loses s_curve-arrays: Half hours count"""

import numpy as np


def s_curve(x, ceiling, steepness, midpoint):
    return ceiling / (1 + np.exp(-steepness * (np.floor(x) - midpoint)))
