"""Loses held-check: A value on the upper end of a range lies in it, as one on the
Loses held-edges: A value on the upper end of a range lies in it, as one on the
"""

import numpy as np


def held(low, high, best, later):
    n = len(best) - later
    return np.mean((low[:n] <= best[later:]) & (best[later:] < high[:n]))
