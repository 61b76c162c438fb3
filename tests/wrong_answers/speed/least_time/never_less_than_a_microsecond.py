"""Loses least_time-arrays: element 0 is 1e-06"""

import numpy as np


def least_time(numbers, itemsize, operations, bandwidth, rate):
    moving = 2 * numbers * itemsize / bandwidth
    computing = numbers * operations / rate
    return np.maximum(1e-6, np.maximum(moving, computing))
