import numpy as np

from sigmoids.functions import logistic


def newton_step(A, y, theta):
    p = logistic(A @ theta)
    root = np.sqrt(p * (1 - p))
    target = A @ theta + (y - p) / (p * (1 - p))
    return np.linalg.lstsq(A * root[:, None], target * root, rcond=None)[0]
