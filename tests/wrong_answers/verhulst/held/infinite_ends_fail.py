"""Loses held-check: it has a lower one
Loses held-edges: it has a lower one
"""

import numpy as np


def held(low, high, best, later):
    n, on = len(best) - later, best[later:]
    return np.mean((low[:n] <= on) & (on <= high[:n]) & np.isfinite(high[:n]))
