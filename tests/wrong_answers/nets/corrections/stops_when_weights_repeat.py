"""Loses corrections-others: Its weights repeat after a sweep, but the corrections"""

import numpy as np


def corrections(x, answers, sweeps):
    x = np.column_stack([x, np.ones(len(x))])
    w, count, seen = np.zeros(x.shape[1]), 0, set()
    for _ in range(sweeps):
        if tuple(w) in seen:
            break
        seen.add(tuple(w))
        for row, answer in zip(x, answers, strict=True):
            e = row if answer else -row
            if w @ e <= 0:
                w, count = w + e, count + 1
    return count
