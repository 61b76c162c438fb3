"""Loses corrections-check: w · e = 0 is a mistake for the answer 0, too. Compare
Loses corrections-others: gives 2, and 4 is right
"""

import numpy as np


def corrections(x, answers, sweeps):
    x = np.column_stack([x, np.ones(len(x))])
    w, count = np.zeros(x.shape[1]), 0
    for _ in range(sweeps):
        for row, answer in zip(x, answers, strict=True):
            if (w @ row > 0) != answer:
                w, count = w + (answer - (w @ row > 0)) * row, count + 1
    return count
