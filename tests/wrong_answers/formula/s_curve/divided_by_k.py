"""Loses s_curve-check: A larger steepness makes a narrower curve: multiply by k, do not
Loses s_curve-arrays: A larger steepness makes a narrower curve: multiply by k, do not
"""

import numpy as np


def s_curve(x, ceiling, steepness, midpoint):
    return ceiling / (1 + np.exp(-(x - midpoint) / steepness))
