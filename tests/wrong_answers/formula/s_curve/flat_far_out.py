"""Loses s_curve-arrays: wrong at an input that is not shown"""

import numpy as np


def s_curve(x, ceiling, steepness, midpoint):
    z = np.clip(steepness * (x - midpoint), -6, 6)
    return ceiling / (1 + np.exp(-z))
