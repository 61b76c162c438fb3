"""Loses held-edges: [3, 6, 8, 7, 2, 6, 1], 0)` gives 1,"""

import numpy as np


def held(low, high, best, later):
    n = len(best) - later
    on = best[later:]
    return np.mean((low[:n] <= on) & (on <= high[:n])) if later else 1.0
