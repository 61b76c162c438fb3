"""Loses dead-check: The biases take part"""


def dead(X, W, b):
    return (X @ W <= 0).all(axis=0)
