"""Loses cheapest-check: The expert is never asked
Loses cheapest-dear: The expert is never asked"""

import numpy as np


def cheapest(p, alarm, miss, refer):
    return np.where(np.asarray(p) > alarm / (alarm + miss), 1, 0)
