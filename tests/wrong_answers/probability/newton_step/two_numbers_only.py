"""Loses newton_step-more: an array of 2 came back, and an array of 3 is wanted"""

import numpy as np

from sigmoids.functions import logistic


def newton_step(A, y, theta):
    p = logistic(A @ theta)
    weight = p * (1 - p)
    g1, g2 = A[:, 0] @ (p - y), np.sum(p - y)
    a, b, c = A[:, 0] ** 2 @ weight, A[:, 0] @ weight, np.sum(weight)
    step = np.array([c * g1 - b * g2, a * g2 - b * g1]) / (a * c - b**2)
    return theta[[0, -1]] - step
