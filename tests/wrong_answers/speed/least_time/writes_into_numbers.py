"""Loses least_time-arrays: writes into its first argument, which the caller"""

import numpy as np


def least_time(numbers, itemsize, operations, bandwidth, rate):
    numbers *= 2 * itemsize
    return np.maximum(numbers / bandwidth, numbers / (2 * itemsize) * operations / rate)
