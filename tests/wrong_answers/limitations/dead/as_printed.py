"""Loses dead-check: That is an answer for each example, and one silent example is not"""


def dead(X, W, b):
    return (X @ W + b < 0).any(axis=1)
