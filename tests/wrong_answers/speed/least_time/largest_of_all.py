"""Loses least_time-arrays: That is one number for the whole array. Each element"""

import numpy as np


def least_time(numbers, itemsize, operations, bandwidth, rate):
    moving = 2 * numbers * itemsize / bandwidth
    computing = numbers * operations / rate
    return np.max([moving, computing])
