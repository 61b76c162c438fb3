import numpy as np


def to_population(p, kept):
    p = np.asarray(p)
    return (p * kept / (p * kept + (1 - p))).tolist()
