"""Loses dead-check: Every example counts, not the first and the last alone"""


def dead(X, W, b):
    Z = X @ W + b
    return (Z[0] <= 0) & (Z[-1] <= 0)
