"""Loses least_time-arrays: It stops where `operations` or a rate is an array"""


def least_time(numbers, itemsize, operations, bandwidth, rate):
    return numbers * max(2 * itemsize / bandwidth, operations / rate)
