import numpy as np


def at_least(n, m):
    return np.append(np.full(n, 20), 20 * (0.7 - m))
