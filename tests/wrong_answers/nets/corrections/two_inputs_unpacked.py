"""Loses corrections-check: It stops where there are more than two inputs: take a
Loses corrections-others: not enough values to unpack
"""

import numpy as np


def corrections(x, answers, sweeps):
    w, count = np.zeros(3), 0
    for _ in range(sweeps):
        for (a, b), answer in zip(x, answers, strict=True):
            e = np.array([a, b, 1]) * (1 if answer else -1)
            if w @ e <= 0:
                w, count = w + e, count + 1
    return count
