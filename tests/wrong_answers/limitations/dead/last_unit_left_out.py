"""Loses dead-check: `dead(an array of shape (3, 2), an array of shape (2, 9), an"""


def dead(X, W, b):
    found = (X @ W + b <= 0).all(axis=0)
    found[-1] = True
    return found
