"""Loses held-edges: Without an upper end a range contains an infinite estimate, too"""

import numpy as np


def held(low, high, best, later):
    n = len(best) - later
    on = best[later:]
    return np.mean((low[:n] <= on) & (on <= high[:n]) & np.isfinite(on))
