"""Loses held-check: Infinite ends count
Loses held-edges: Infinite ends count
"""

import numpy as np


def held(low, high, best, later):
    n, on = len(best) - later, best[later:]
    ends = np.isfinite(high[:n])
    return np.mean(((low[:n] <= on) & (on <= high[:n]))[ends])
