"""Loses least_time-check: The longer one decides
Loses least_time-arrays: Both have to be done. The longer one decides, not the
"""

import numpy as np


def least_time(numbers, itemsize, operations, bandwidth, rate):
    moving = 2 * numbers * itemsize / bandwidth
    computing = numbers * operations / rate
    return np.minimum(moving, computing)
