"""Loses corrections-check: That is the count of the last sweep. Those of all
Loses corrections-others: gives 4, and 40 is right
"""

import numpy as np


def corrections(x, answers, sweeps):
    x = np.column_stack([x, np.ones(len(x))])
    w, count = np.zeros(x.shape[1]), 0
    for _ in range(sweeps):
        count = 0
        for row, answer in zip(x, answers, strict=True):
            e = row if answer else -row
            if w @ e <= 0:
                w, count = w + e, count + 1
        if count == 0:
            break
    return count
