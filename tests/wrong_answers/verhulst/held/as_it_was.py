"""Loses held-check: late ranges are tested on early estimates
Loses held-edges: stops with ValueError
"""

import numpy as np


def held(low, high, best, later):
    fitted = best[:-later]
    return np.mean((low[later:] <= fitted) & (fitted <= high[later:]))
