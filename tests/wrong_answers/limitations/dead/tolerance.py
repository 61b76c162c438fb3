"""Loses dead-check: However small a sum above 0"""


def dead(X, W, b):
    return (X @ W + b < 1e-3).all(axis=0)
