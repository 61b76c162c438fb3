"""Loses least_time-arrays: Python's `max` wants one answer for the whole array"""


def least_time(numbers, itemsize, operations, bandwidth, rate):
    moving = 2 * numbers * itemsize / bandwidth
    computing = numbers * operations / rate
    return max(moving, computing)
