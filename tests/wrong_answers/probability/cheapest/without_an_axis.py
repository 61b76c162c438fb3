"""Loses cheapest-check: needs `axis=0`
Loses cheapest-dear: needs `axis=0`"""

import numpy as np


def cheapest(p, alarm, miss, refer):
    p = np.asarray(p)
    return np.argmin([miss * p, alarm * (1 - p), np.full(p.shape, refer)])
