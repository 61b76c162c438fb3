import numpy as np


def least_time(numbers, itemsize, operations, bandwidth, rate):
    each_byte, each_operation = 2 * itemsize / bandwidth, operations / rate
    longer = np.where(each_byte > each_operation, each_byte, each_operation)
    return numbers * longer
