"""Loses held-check: below it fails as well
Loses held-edges: below it fails as well
"""

import numpy as np


def held(low, high, best, later):
    n, on = len(best) - later, best[later:]
    return np.mean(on <= high[:n])
