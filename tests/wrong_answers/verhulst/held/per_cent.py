"""Loses held-check: That is in per cent. A share lies between 0 and 1
Loses held-edges: That is in per cent. A share lies between 0 and 1
"""

import numpy as np


def held(low, high, best, later):
    n = len(best) - later
    return 100 * np.mean((low[:n] <= best[later:]) & (best[later:] <= high[:n]))
