"""Loses least_time-check: Each number is read and written
Loses least_time-arrays: Each number is read and written: two times its size
"""

import numpy as np


def least_time(numbers, itemsize, operations, bandwidth, rate):
    return np.maximum(numbers * itemsize / bandwidth, numbers * operations / rate)
