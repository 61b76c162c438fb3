import numpy as np


def subsample(units, coefficient, bias):
    u = np.asarray(units, dtype=np.float32)
    sums = u[::2, ::2] + u[1::2, ::2] + u[::2, 1::2] + u[1::2, 1::2]
    z = np.float32(coefficient) * sums + np.float32(bias)
    return np.float32(1.7159) * np.tanh(np.float32(2 / 3) * z)
