"""Loses dead-check: element 7 is False, and True is right"""


def dead(X, W, b):
    return (X @ W + b <= 0).all(axis=0) & (b > -6)
