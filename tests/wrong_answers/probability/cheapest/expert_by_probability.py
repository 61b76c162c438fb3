"""Loses cheapest-check: whatever p is
Loses cheapest-dear: whatever p is
"""

import numpy as np


def cheapest(p, alarm, miss, refer):
    p = np.asarray(p)
    return np.argmin([miss * p, alarm * (1 - p), refer * p], axis=0)
