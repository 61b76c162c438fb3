"""Loses held-check: A value on the lower end of a range lies in it, as one on the
Loses held-edges: Each range is compared with the estimate it was made with, not
"""

import numpy as np


def held(low, high, best, later):
    n = len(best) - later
    return np.mean((low[:n] < best[later:]) & (best[later:] <= high[:n]))
