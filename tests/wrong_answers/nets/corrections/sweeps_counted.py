"""Loses corrections-check: Count corrections, not sweeps
Loses corrections-others: gives 1, and 4 is right"""

import numpy as np


def corrections(x, answers, sweeps):
    x = np.column_stack([x, np.ones(len(x))])
    e = x * np.where(answers, 1, -1)[:, None]
    w, count = np.zeros(x.shape[1]), 0
    for _ in range(sweeps):
        before = w
        for one in e:
            if w @ one <= 0:
                w = w + one
        count += int(np.any(w != before) or (count == 0))
    return min(count, sweeps)
