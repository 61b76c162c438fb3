"""Loses corrections-check: Where the answer is 0 the 1 gets its minus, too
Loses corrections-others: gives 1, and 4 is right
"""

import numpy as np


def corrections(x, answers, sweeps):
    w, count = np.zeros(x.shape[1] + 1), 0
    for _ in range(sweeps):
        for row, answer in zip(x, answers, strict=True):
            e = np.append(row if answer else -row, 1)
            if w @ e <= 0:
                w, count = w + e, count + 1
    return count
