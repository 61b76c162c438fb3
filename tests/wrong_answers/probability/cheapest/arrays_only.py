"""Loses cheapest-dear: at an input not shown here stops with"""

import numpy as np


def cheapest(p, alarm, miss, refer):
    costs = [(miss * one, alarm * (1 - one), refer) for one in p]
    return np.argmin(costs, axis=1)
