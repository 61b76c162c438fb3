"""Loses held-check: One test is left out
Loses held-edges: One test is left out
"""

import numpy as np


def held(low, high, best, later):
    n = len(best) - later - 1
    on = best[later : later + n]
    return np.mean((low[:n] <= on) & (on <= high[:n]))
