import numpy as np


def least_time(numbers, itemsize, operations, bandwidth, rate):
    numbers, bandwidth, rate = np.float32(numbers), np.float32(bandwidth), np.float32(rate)
    moving = 2 * numbers * itemsize / bandwidth
    return np.fmax(moving, numbers * np.float32(operations) / rate)
