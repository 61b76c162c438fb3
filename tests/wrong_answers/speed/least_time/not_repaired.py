"""Loses least_time-check: as before
Loses least_time-arrays: It counts the bytes one way and adds the two times
"""


def least_time(numbers, itemsize, operations, bandwidth, rate):
    return numbers * itemsize / bandwidth + numbers * operations / rate
