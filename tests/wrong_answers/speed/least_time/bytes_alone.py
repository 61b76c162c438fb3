"""Loses least_time-check: The operations take time, too
Loses least_time-arrays: wrong at an input that is not shown
"""


def least_time(numbers, itemsize, operations, bandwidth, rate):
    return 2 * numbers * itemsize / bandwidth + 0 * operations
