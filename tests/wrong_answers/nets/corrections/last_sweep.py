"""Loses corrections-check: That is the count of the last sweep. Those of all
Loses corrections-others: [0, 1, 1, 0], 0)` stops with
"""

import numpy as np


def corrections(x, answers, sweeps):
    x = np.column_stack([x, np.ones(len(x))])
    w = np.zeros(x.shape[1])
    for _ in range(sweeps):
        count = 0
        for row, answer in zip(x, answers, strict=True):
            e = row if answer else -row
            if w @ e <= 0:
                w, count = w + e, count + 1
        if count == 0:
            break
    return count
