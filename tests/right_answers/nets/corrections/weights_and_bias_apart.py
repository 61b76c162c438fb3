import numpy as np


def corrections(x, answers, sweeps):
    w, b, count = np.zeros(x.shape[1]), 0.0, 0
    for _ in range(sweeps):
        for row, sign in zip(x, np.where(answers, 1, -1), strict=True):
            if sign * (row @ w + b) <= 0:
                w, b, count = w + sign * row, b + sign, count + 1
    return count
