"""Loses held-check: Each range is compared with the estimate it was made with, not
Loses held-edges: Each range is compared with the estimate it was made with, not
"""

import numpy as np


def held(low, high, best, later):
    n = len(best) - later
    return np.mean((low[:n] <= best[:n]) & (best[:n] <= high[:n]))
