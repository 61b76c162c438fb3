"""Loses least_time-arrays: For each element its own limit decides"""

import numpy as np


def least_time(numbers, itemsize, operations, bandwidth, rate):
    moving = 2 * numbers * itemsize / bandwidth
    computing = numbers * operations / rate
    if np.max(moving) > np.max(computing):
        return moving + 0 * computing
    return computing + 0 * moving
