"""Loses held-check: One test is left out
Loses held-edges: gives 0.5, and 0.333333 is right
"""

import numpy as np


def held(low, high, best, later):
    n = len(best) - later - 1
    on = best[later : later + n]
    return np.mean((low[:n] <= on) & (on <= high[:n]))
