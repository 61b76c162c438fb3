import numpy as np


def unit(X, w, b):
    z = np.float32(X) @ np.float32(w) + np.float32(b)
    return 1 / (1 + np.exp(-z))
