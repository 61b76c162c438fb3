import numpy as np


def at_least(n, m):
    w = np.float32(2 * np.log(99))
    return np.append(np.full(n, w), -w * np.float32(m - 0.5))
