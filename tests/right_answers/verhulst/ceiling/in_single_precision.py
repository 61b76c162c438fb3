import numpy as np


def ceiling(p):
    a, b, c = 1 / np.asarray(p, dtype=np.float32)
    if b / a >= c / b:
        return np.float32(np.inf)
    return 1 / (c - (b - c) ** 2 / ((a - b) - (b - c)))
