"""Loses least_time-arrays: Numbers do not all have 8 bytes: take the `itemsize`"""

import numpy as np


def least_time(numbers, itemsize, operations, bandwidth, rate):
    return np.maximum(16 * numbers / bandwidth, numbers * operations / rate)
