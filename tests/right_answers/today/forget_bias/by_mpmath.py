import mpmath
import numpy as np


def forget_bias(steps):
    def one(n):
        with mpmath.workdps(60):
            return float(-mpmath.log(mpmath.mpf(2) ** (1 / mpmath.mpf(float(n))) - 1))

    return np.vectorize(one)(steps)
