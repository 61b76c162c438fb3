"""Loses cheapest-check: ½ is for two acts
Loses cheapest-dear: ½ is for two acts
"""

import numpy as np


def cheapest(p, alarm, miss, refer):
    return np.where(np.asarray(p) > 0.5, 1, 0)
