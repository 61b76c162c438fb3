import numpy as np


def log_slope(x):
    a = np.abs(x)
    return -(a + 2 * np.log(1 + np.exp(-a)))
