"""Loses cheapest-check: The numbers of the acts
Loses cheapest-dear: The numbers of the acts
"""

import numpy as np


def cheapest(p, alarm, miss, refer):
    p = np.asarray(p)
    return np.array([1, 0, 2])[
        np.argmin([miss * p, alarm * (1 - p), np.full(p.shape, refer)], axis=0)
    ]
