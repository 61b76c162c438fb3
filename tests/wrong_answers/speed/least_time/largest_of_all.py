"""Loses least_time-arrays: one number came back"""

import numpy as np


def least_time(numbers, itemsize, operations, bandwidth, rate):
    moving = 2 * numbers * itemsize / bandwidth
    computing = numbers * operations / rate
    return np.max([moving, computing])
