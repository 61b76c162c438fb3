import numpy as np


def held(low, high, best, later):
    n = len(best) - later
    return 1 - np.mean((best[later:] < low[:n]) | (best[later:] > high[:n]))
