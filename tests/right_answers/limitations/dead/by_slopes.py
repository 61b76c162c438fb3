import numpy as np


def dead(X, W, b):
    return np.sum(np.heaviside(X @ W + b, 0), axis=0) == 0
