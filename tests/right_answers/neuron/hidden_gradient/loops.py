import numpy as np


def hidden_gradient(X, W, b, v, c, t):
    G = np.zeros_like(W)
    for x, target in zip(X, t, strict=True):
        h = 1 / (1 + np.exp(-(W @ x + b)))
        G += np.outer((h @ v + c - target) * v * h * (1 - h), x)
    return G
