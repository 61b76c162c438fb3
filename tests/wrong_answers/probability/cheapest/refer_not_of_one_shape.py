"""Loses cheapest-check: That takes one p alone. For an array
Loses cheapest-dear: That takes one p alone. For an array"""

import numpy as np


def cheapest(p, alarm, miss, refer):
    return np.argmin([miss * p, alarm * (1 - p), refer], axis=0)
