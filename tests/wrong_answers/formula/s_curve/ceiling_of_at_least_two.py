"""Loses s_curve-check: `s_curve(0, 1, 1, -2)` gives 1.76159, and 0.880797 is right
Loses s_curve-arrays: `s_curve` is wrong at an input that is not shown here. Try large,
"""

import numpy as np


def s_curve(x, ceiling, steepness, midpoint):
    return max(ceiling, 2) / (1 + np.exp(-steepness * (x - midpoint)))
