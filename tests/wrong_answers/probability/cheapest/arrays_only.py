"""Loses cheapest-check: p may be one number
Loses cheapest-dear: p may be one number"""

import numpy as np


def cheapest(p, alarm, miss, refer):
    costs = [(miss * one, alarm * (1 - one), refer) for one in p]
    return np.argmin(costs, axis=1)
