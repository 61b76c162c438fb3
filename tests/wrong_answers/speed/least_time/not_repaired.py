"""Loses least_time-check: as before
Loses least_time-arrays: element 0 is 4.4e-07
"""


def least_time(numbers, itemsize, operations, bandwidth, rate):
    return numbers * itemsize / bandwidth + numbers * operations / rate
