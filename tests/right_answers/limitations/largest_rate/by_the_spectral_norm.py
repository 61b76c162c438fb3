import numpy as np

from sigmoids.functions import logistic


def largest_rate(X, w):
    s = logistic(X @ w)
    return 2 / np.linalg.norm((X.T * (s * (1 - s))) @ X / len(X), 2)
