"""Loses fitted-first: not always over 4
Loses fitted-later: not always over 4"""

import numpy as np


def fitted(x, y, steps, rate):
    w = np.zeros(x.shape[1])
    for _ in range(steps):
        w = w - rate * x.T @ (1 / (1 + np.exp(-x @ w)) - y) / 4
    return w
