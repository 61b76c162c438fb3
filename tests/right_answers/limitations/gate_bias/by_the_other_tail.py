import numpy as np


def gate_bias(share, steps):
    u = np.log(share) / steps
    return u - np.log(-np.expm1(u))
