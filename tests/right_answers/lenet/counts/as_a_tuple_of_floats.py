import numpy as np


def counts(seen, size, places):
    n = float(np.count_nonzero(seen) * size**2 + seen.shape[0])
    return n, n * places
