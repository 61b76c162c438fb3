"""Loses held-check: That is the share of the ranges that fail
Loses held-edges: That is the share of the ranges that fail
"""

import numpy as np


def held(low, high, best, later):
    n = len(best) - later
    return np.mean((best[later:] < low[:n]) | (best[later:] > high[:n]))
