import math


def unit(X, w, b):
    if X.ndim == 1:
        z = sum(float(x) * float(u) for x, u in zip(X, w, strict=True)) + b
        return 1 / (1 + math.exp(-z))
    return [unit(row, w, b) for row in X]
