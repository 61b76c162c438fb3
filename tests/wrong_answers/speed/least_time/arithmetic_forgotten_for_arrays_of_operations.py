"""Loses least_time-arrays: element 2 is 0.0004, and 0.002 is right"""

import numpy as np


def least_time(numbers, itemsize, operations, bandwidth, rate):
    moving = 2 * numbers * itemsize / bandwidth
    computing = numbers * operations / rate
    if np.ndim(operations):
        return moving + 0 * computing
    return np.maximum(moving, computing)
