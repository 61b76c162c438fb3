"""Loses least_time-check: do not add their times
Loses least_time-arrays: element 0 is 6.4e-07
"""


def least_time(numbers, itemsize, operations, bandwidth, rate):
    moving = 2 * numbers * itemsize / bandwidth
    computing = numbers * operations / rate
    return moving + computing
