import numpy as np


def rating_change(own, other, result, K):
    ahead = np.float32(own) - np.float32(other)
    return np.float32(K) * (np.float32(result) - 1 / (1 + np.float32(10) ** (-ahead / 400)))
