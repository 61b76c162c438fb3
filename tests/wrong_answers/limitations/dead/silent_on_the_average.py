"""Loses dead-check: may still speak on one example"""


def dead(X, W, b):
    return (X @ W + b).mean(axis=0) <= 0
