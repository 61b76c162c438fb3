import numpy as np


def least_steepness(patterns):
    patterns = np.asarray(patterns)
    T = patterns.T @ patterns / np.float32(patterns.shape[1])
    T = T.astype(np.float32)
    np.fill_diagonal(T, 0)
    return 2 / np.linalg.eigvalsh(T).max()
