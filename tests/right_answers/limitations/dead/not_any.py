def dead(X, W, b):
    return ~(X @ W + b > 0).any(axis=0)
