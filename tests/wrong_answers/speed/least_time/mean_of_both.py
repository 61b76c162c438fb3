"""Loses least_time-check: is no bound
Loses least_time-arrays: element 0 is 3.2e-07
"""


def least_time(numbers, itemsize, operations, bandwidth, rate):
    moving = 2 * numbers * itemsize / bandwidth
    computing = numbers * operations / rate
    return (moving + computing) / 2
