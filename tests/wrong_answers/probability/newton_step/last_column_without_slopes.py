"""Loses newton_step-check: element 0 is
Loses newton_step-more: multiply it by p(1 − p), too"""

import numpy as np

from sigmoids.functions import logistic


def newton_step(A, y, theta):
    p = logistic(A @ theta)
    w = p * (1 - p)
    W = np.column_stack([A[:, :-1] * w[:, None], A[:, -1]])
    return theta - np.linalg.solve(W.T @ A, A.T @ (p - y))
