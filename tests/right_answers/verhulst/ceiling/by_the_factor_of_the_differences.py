import numpy as np


def ceiling(p):
    p = np.asarray(p, dtype=float)
    if p[1] / p[0] <= p[2] / p[1]:
        return float("inf")
    x = 1 / p
    q = (x[2] - x[1]) / (x[1] - x[0])
    return 1 / (x[0] + (x[1] - x[0]) / (1 - q))
