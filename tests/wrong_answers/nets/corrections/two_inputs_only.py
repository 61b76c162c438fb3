"""Loses corrections-check: There may be more than two inputs
Loses corrections-others: `corrections` is wrong at an input that is not shown
"""

import numpy as np


def corrections(x, answers, sweeps):
    x = np.column_stack([x[:, :2], np.ones(len(x))])
    w, count = np.zeros(x.shape[1]), 0
    for _ in range(sweeps):
        for row, answer in zip(x, answers, strict=True):
            e = row if answer else -row
            if w @ e <= 0:
                w, count = w + e, count + 1
    return count
