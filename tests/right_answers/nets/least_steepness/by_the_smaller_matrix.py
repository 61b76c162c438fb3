import numpy as np


def least_steepness(patterns):
    m, n = patterns.shape
    largest = np.linalg.eigvalsh(patterns @ patterns.T / n)[-1]
    return 2 / (largest - m / n)
