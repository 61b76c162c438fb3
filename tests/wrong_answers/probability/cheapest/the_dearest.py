"""Loses cheapest-check: That is the dearest act
Loses cheapest-dear: That is the dearest act
"""

import numpy as np


def cheapest(p, alarm, miss, refer):
    p = np.asarray(p)
    return np.argmax([miss * p, alarm * (1 - p), np.full(p.shape, refer)], axis=0)
