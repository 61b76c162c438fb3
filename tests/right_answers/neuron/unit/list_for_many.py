import numpy as np

from sigmoids.functions import logistic


def unit(X, w, b):
    if np.ndim(X) == 1:
        return float(logistic(sum(x * v for x, v in zip(X, w, strict=True)) + b))
    return [unit(row, w, b) for row in X]
