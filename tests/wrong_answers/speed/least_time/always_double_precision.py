"""Loses least_time-arrays: element 0 is 8e-07"""

import numpy as np


def least_time(numbers, itemsize, operations, bandwidth, rate):
    return np.maximum(16 * numbers / bandwidth, numbers * operations / rate)
