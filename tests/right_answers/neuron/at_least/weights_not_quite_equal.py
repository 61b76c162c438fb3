import numpy as np


def at_least(n, m):
    w = 100 + np.arange(n)
    return np.append(w, 50 - w[:m].sum())
