"""Loses cheapest-check: The two errors are exchanged
Loses cheapest-dear: The two errors are exchanged
"""

import numpy as np


def cheapest(p, alarm, miss, refer):
    p = np.asarray(p)
    return np.argmin([alarm * p, miss * (1 - p), np.full(p.shape, refer)], axis=0)
