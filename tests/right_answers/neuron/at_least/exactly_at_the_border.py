import numpy as np


def at_least(n, m):
    w = 2 * np.log(99)
    return np.append(np.full(n, w), -w * (m - 0.5))
