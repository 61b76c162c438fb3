"""Loses least_time-arrays: stops with ValueError"""


def least_time(numbers, itemsize, operations, bandwidth, rate):
    moving = 2 * numbers * itemsize / bandwidth
    computing = numbers * operations / rate
    return max(moving, computing)
