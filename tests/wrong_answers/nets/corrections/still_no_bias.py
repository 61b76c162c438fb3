"""Loses corrections-check: the threshold stays 0
Loses corrections-others: gives 12, and 11 is right
"""

import numpy as np


def corrections(x, answers, sweeps):

    w, count = np.zeros(x.shape[1]), 0
    for _ in range(sweeps):
        for row, answer in zip(x, answers, strict=True):
            e = row if answer else -row
            if w @ e <= 0:
                w, count = w + e, count + 1
    return count
