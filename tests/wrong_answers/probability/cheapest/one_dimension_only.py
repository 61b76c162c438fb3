"""Loses cheapest-check: p may be a table
Loses cheapest-dear: p may be a table"""

import numpy as np


def cheapest(p, alarm, miss, refer):
    def one(v):
        return int(np.argmin([miss * v, alarm * (1 - v), refer]))

    return np.array([one(v) for v in p]) if np.ndim(p) else one(p)
