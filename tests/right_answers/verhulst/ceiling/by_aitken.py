import numpy as np


def ceiling(p):
    x = 1 / np.asarray(p, dtype=float)
    first, second = np.diff(x)
    if x[1] / x[0] >= x[2] / x[1]:
        return np.inf
    return 1 / (x[2] - second**2 / (second - first))
