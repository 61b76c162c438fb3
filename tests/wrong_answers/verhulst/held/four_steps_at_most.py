"""Loses held-edges: `held` is wrong at an input that is not shown here. Try large,"""

import numpy as np


def held(low, high, best, later):
    later = min(later, 4)
    n = len(best) - later
    return np.mean((low[:n] <= best[later:]) & (best[later:] <= high[:n]))
