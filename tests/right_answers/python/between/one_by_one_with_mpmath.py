import mpmath as mp
import numpy as np


def between(a, b):
    def one(a, b):
        with mp.workdps(800):
            return float(1 / (1 + mp.exp(-b)) - 1 / (1 + mp.exp(-a)))

    return np.vectorize(one)(a, b)
