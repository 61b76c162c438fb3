import numpy as np


def hidden_gradient(X, W, b, v, c, t):
    gradient = np.zeros(W.shape)
    for x, target in zip(X, t, strict=True):
        h = 1 / (1 + np.exp(-(W @ x + b)))
        gradient += np.outer((h @ v + c - target) * v * h * (1 - h), x)
    return gradient
