"""Loses least_time-check: do not add their times
Loses least_time-arrays: Moving and computing overlap: do not add their times
"""


def least_time(numbers, itemsize, operations, bandwidth, rate):
    moving = 2 * numbers * itemsize / bandwidth
    computing = numbers * operations / rate
    return moving + computing
