import numpy as np


def gate_bias(share, steps):
    u = -np.log(share) / steps
    return -u - np.log1p(-np.exp(-u)) if np.ndim(u) == 0 and u > 0.7 else -np.log(np.expm1(u))
