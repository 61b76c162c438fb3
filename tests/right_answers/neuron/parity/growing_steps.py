import numpy as np


def parity(n):
    j = np.arange(n)
    return np.append(10.0 * (-1.0) ** j * (1 + j // 2), -5.0)
