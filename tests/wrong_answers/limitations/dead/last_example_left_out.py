"""Loses dead-check: wrong at an input that is not shown"""


def dead(X, W, b):
    return (X[:6] @ W + b <= 0)[: max(1, len(X) - 1)].all(axis=0)
