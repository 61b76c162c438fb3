import numpy as np


def least_steepness(patterns):
    patterns = np.asarray(patterns)
    T = patterns.T @ patterns / patterns.shape[1]
    np.fill_diagonal(T, 0)
    return 2 / np.linalg.eigvals(T).real.max()
