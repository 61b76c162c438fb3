"""Loses cheapest-dear: A limit below 0"""

import numpy as np


def cheapest(p, alarm, miss, refer):
    p = np.asarray(p)
    return np.where(p > 1 - refer / alarm, 1, np.where(p < refer / miss, 0, 2))
