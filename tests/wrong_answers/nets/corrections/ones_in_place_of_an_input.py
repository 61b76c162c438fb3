"""Loses corrections-check: The ones go beside the inputs, in a column of their
Loses corrections-others: gives 10, and 11 is right
"""

import numpy as np


def corrections(x, answers, sweeps):
    x = np.column_stack([np.ones(len(x)), x])[:, :-1]
    w, count = np.zeros(x.shape[1]), 0
    for _ in range(sweeps):
        for row, answer in zip(x, answers, strict=True):
            e = row if answer else -row
            if w @ e <= 0:
                w, count = w + e, count + 1
    return count
