"""Loses unit-shapes: not to example i"""

from sigmoids.functions import logistic


def unit(X, w, b):
    if X.ndim == 2 and len(X) == len(w):
        X = X.T
    return logistic(X @ w + b)
