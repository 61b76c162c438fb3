"""Loses held-check: could not be tested yet
Loses held-edges: could not be tested yet
"""

import numpy as np


def held(low, high, best, later):
    n, on = len(best) - later, best[later:]
    return np.sum((low[:n] <= on) & (on <= high[:n])) / len(best)
