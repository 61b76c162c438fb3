"""Loses least_time-check: is no bound
Loses least_time-arrays: The mean of the two is no bound
"""


def least_time(numbers, itemsize, operations, bandwidth, rate):
    moving = 2 * numbers * itemsize / bandwidth
    computing = numbers * operations / rate
    return (moving + computing) / 2
