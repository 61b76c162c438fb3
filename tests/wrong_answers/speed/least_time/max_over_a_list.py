"""Loses least_time-arrays: It stops where `numbers` is one number and another"""

import numpy as np


def least_time(numbers, itemsize, operations, bandwidth, rate):
    return np.max([2 * numbers * itemsize / bandwidth, numbers * operations / rate], axis=0)
