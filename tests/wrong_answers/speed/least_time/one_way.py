"""Loses least_time-check: Each number is read and written
Loses least_time-arrays: element 0 is 2.4e-07
"""

import numpy as np


def least_time(numbers, itemsize, operations, bandwidth, rate):
    return np.maximum(numbers * itemsize / bandwidth, numbers * operations / rate)
