import numpy as np


def log_slope(x):
    return -2 * np.logaddexp(x / 2, -x / 2)
