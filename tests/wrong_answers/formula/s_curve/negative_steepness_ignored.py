"""Loses s_curve-arrays: negative steepness falls; yours rises"""

import numpy as np


def s_curve(x, ceiling, steepness, midpoint):
    return ceiling / (1 + np.exp(-abs(steepness) * (x - midpoint)))
