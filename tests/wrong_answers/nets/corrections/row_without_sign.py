"""Loses corrections-check: w · e decides, with the sign of the answer in e, not
Loses corrections-others: gives 3, and 4 is right
"""

import numpy as np


def corrections(x, answers, sweeps):
    x = np.column_stack([x, np.ones(len(x))])
    w, count = np.zeros(x.shape[1]), 0
    for _ in range(sweeps):
        for row, answer in zip(x, answers, strict=True):
            if w @ row <= 0:
                w, count = w + (row if answer else -row), count + 1
    return count
