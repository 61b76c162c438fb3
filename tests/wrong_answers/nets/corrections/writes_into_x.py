"""Loses corrections-check: writes into its first argument, which the caller
Loses corrections-others: writes into its first argument, which the caller
"""

import numpy as np


def corrections(x, answers, sweeps):
    x[:, -1] = 1
    w, count = np.zeros(x.shape[1]), 0
    for _ in range(sweeps):
        for row, answer in zip(x, answers, strict=True):
            e = row if answer else -row
            if w @ e <= 0:
                w, count = w + e, count + 1
    return count
