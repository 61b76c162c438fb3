"""Loses tanh_polynomial-higher: 32 bits are not enough"""

import numpy as np


def tanh_polynomial(order):
    T = np.array([0, 1], dtype=np.int32)
    for _ in range(order):
        slope = np.arange(1, len(T), dtype=np.int32) * T[1:]
        T = np.zeros(len(slope) + 2, dtype=np.int32)
        T[:-2] += slope
        T[2:] -= slope
    return T
