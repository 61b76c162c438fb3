import numpy as np
from scipy.spatial.distance import cdist


def read_digits(states, pictures, limit):
    d = cdist(states, pictures, "sqeuclidean")
    return np.ma.array(d.argmin(1), mask=d.min(1) > limit).filled(-1)
