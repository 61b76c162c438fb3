"""Loses least_time-arrays: wrong at an input that is not shown here"""

import numpy as np


def least_time(numbers, itemsize, operations, bandwidth, rate):
    moving = 2 * numbers * itemsize / bandwidth
    computing = numbers * operations / rate
    if np.ndim(operations):
        return moving + 0 * computing
    return np.maximum(moving, computing)
