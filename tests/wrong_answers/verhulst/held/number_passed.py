"""Loses held-check: That is how many passed
Loses held-edges: That is how many passed
"""

import numpy as np


def held(low, high, best, later):
    n, on = len(best) - later, best[later:]
    return np.sum((low[:n] <= on) & (on <= high[:n]))
