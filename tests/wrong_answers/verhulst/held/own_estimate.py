"""Loses held-check: not with a later one
Loses held-edges: not with a later one
"""

import numpy as np


def held(low, high, best, later):
    n = len(best) - later
    return np.mean((low[:n] <= best[:n]) & (best[:n] <= high[:n]))
