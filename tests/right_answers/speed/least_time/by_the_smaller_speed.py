import numpy as np


def least_time(numbers, itemsize, operations, bandwidth, rate):
    return numbers / np.minimum(bandwidth / (2 * itemsize), rate / operations)
