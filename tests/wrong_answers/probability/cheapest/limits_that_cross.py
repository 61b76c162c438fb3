"""Loses cheapest-dear: the two limits cross"""

import numpy as np


def cheapest(p, alarm, miss, refer):
    p = np.asarray(p)
    return np.where(p < refer / miss, 0, np.where(p > 1 - refer / alarm, 1, 2))
