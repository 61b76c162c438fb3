"""Loses corrections-check: gives 8, and 18 is right
Loses corrections-others: gives 8, and 40 is right
"""

import numpy as np


def corrections(x, answers, sweeps):
    x = np.column_stack([x, np.ones(len(x))])
    w, total, last = np.zeros(x.shape[1]), 0, None
    for _ in range(sweeps):
        count = 0
        for row, answer in zip(x, answers, strict=True):
            e = row if answer else -row
            if w @ e <= 0:
                w, count = w + e, count + 1
        total += count
        if count == last:
            break
        last = count
    return total
