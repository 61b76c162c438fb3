"""Loses held-check: That is how many passed
Loses held-edges: gives 1, and 0.333333 is right
"""

import numpy as np


def held(low, high, best, later):
    n, on = len(best) - later, best[later:]
    return np.sum((low[:n] <= on) & (on <= high[:n]))
