"""Loses corrections-check: counts with a minus
Loses corrections-others: gives 1, and 4 is right"""

import numpy as np


def corrections(x, answers, sweeps):
    x = np.column_stack([x, np.ones(len(x))])
    w, count = np.zeros(x.shape[1]), 0
    for _ in range(sweeps):
        for row in x:
            if w @ row <= 0:
                w, count = w + row, count + 1
    return count
