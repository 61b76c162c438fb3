"""Loses held-check: A value on the end of a range lies in it
Loses held-edges: A value on the end of a range lies in it
"""

import numpy as np


def held(low, high, best, later):
    n, on = len(best) - later, best[later:]
    return np.mean((low[:n] < on) & (on < high[:n]))
