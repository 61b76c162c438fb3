import numpy as np


def unit(X, w, b):
    return 1 / (1 + np.exp(-(np.dot(X, w) + b)))
