"""Loses dead-check: That is an answer for each example. Look along the other axis:"""


def dead(X, W, b):
    return (X @ W + b <= 0).all(axis=1)
