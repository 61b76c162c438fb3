import numpy as np


def ceiling(p):
    a, b, c = 1 / p
    if b**2 > a * c:
        return np.inf
    return (a - 2 * b + c) / (a * c - b**2)
