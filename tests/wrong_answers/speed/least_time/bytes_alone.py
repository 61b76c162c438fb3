"""Loses least_time-check: The operations take time, too
Loses least_time-arrays: The operations take time, too
"""


def least_time(numbers, itemsize, operations, bandwidth, rate):
    return 2 * numbers * itemsize / bandwidth + 0 * operations
