"""Loses dead-check: element 8 is True, and False is right"""


def dead(X, W, b):
    found = (X @ W + b <= 0).all(axis=0)
    found[-1] = True
    return found
