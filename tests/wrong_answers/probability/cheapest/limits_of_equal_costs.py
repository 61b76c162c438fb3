"""Loses cheapest-check: The lower limit comes from
Loses cheapest-dear: The lower limit comes from
"""

import numpy as np


def cheapest(p, alarm, miss, refer):
    p = np.asarray(p)
    low = min(refer / alarm, 0.5)
    return np.where(p < low, 0, np.where(p > 1 - low, 1, 2))
