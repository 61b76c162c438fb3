import numpy as np


def to_population(p, kept):
    p = np.asarray(p, dtype=float)
    return p - p * (1 - p) * (1 - kept) / (p * kept + (1 - p))
