"""Loses dead-check: silent on some examples"""


def dead(X, W, b):
    return (X @ W + b <= 0).any(axis=0)
