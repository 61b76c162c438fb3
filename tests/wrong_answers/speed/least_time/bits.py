"""Loses least_time-check: `itemsize` and `bandwidth` both count bytes. There is
Loses least_time-arrays: `itemsize` and `bandwidth` both count bytes. There is
"""

import numpy as np


def least_time(numbers, itemsize, operations, bandwidth, rate):
    return np.maximum(2 * numbers * itemsize * 8 / bandwidth, numbers * operations / rate)
