"""Loses cheapest-check: The expert is never asked
Loses cheapest-dear: wrong at an input that is not shown"""

import numpy as np


def cheapest(p, alarm, miss, refer):
    return np.where(np.asarray(p) > alarm / (alarm + miss), 1, 0)
