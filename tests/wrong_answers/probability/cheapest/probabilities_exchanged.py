"""Loses cheapest-check: errs with probability p
Loses cheapest-dear: errs with probability p
"""

import numpy as np


def cheapest(p, alarm, miss, refer):
    p = np.asarray(p)
    return np.argmin([miss * (1 - p), alarm * p, np.full(p.shape, refer)], axis=0)
