"""Loses held-edges: stops with ValueError"""

import numpy as np


def held(low, high, best, later):
    on = best[later:]
    return np.mean((low[:-later] <= on) & (on <= high[:-later]))
