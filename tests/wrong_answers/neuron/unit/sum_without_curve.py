"""Loses unit-check: has to go through σ
Loses unit-shapes: has to go through σ
"""


def unit(X, w, b):
    return X @ w + b
