"""Loses s_curve-arrays: Scoring tries a curve that falls"""

import numpy as np


def s_curve(x, ceiling, steepness, midpoint):
    return ceiling / (1 + np.exp(-abs(steepness) * (x - midpoint)))
