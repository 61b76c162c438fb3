"""Loses corrections-check: The examples come one after the other: each sees the
Loses corrections-others: gives 8, and 11 is right
"""

import numpy as np


def corrections(x, answers, sweeps):
    x = np.column_stack([x, np.ones(len(x))])
    w, count = np.zeros(x.shape[1]), 0
    e = x * np.where(answers, 1, -1)[:, None]
    for _ in range(sweeps):
        bad = e @ w <= 0
        w, count = w + e[bad].sum(axis=0), count + bad.sum()
    return count
