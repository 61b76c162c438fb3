"""Loses cheapest-check: The costs must be of one shape
Loses cheapest-dear: The costs must be of one shape"""

import numpy as np


def cheapest(p, alarm, miss, refer):
    return np.argmin([miss * p, alarm * (1 - p), refer], axis=0)
