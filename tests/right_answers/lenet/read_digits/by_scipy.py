import numpy as np
from scipy.spatial.distance import cdist


def read_digits(states, pictures, limit):
    d = cdist(states, pictures, "sqeuclidean")
    return np.where(d.min(axis=1) > limit, -1, d.argmin(axis=1))
