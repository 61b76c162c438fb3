import numpy as np


def subsample(units, coefficient, bias):
    h, w = units.shape
    sums = units.reshape(h // 2, 2, w // 2, 2).sum(axis=(1, 3))
    return 1.7159 * np.tanh((coefficient * sums + bias) / 1.5)
