"""Loses newton_step-check: Nothing is to be added
Loses newton_step-more: Nothing is to be added
"""

import numpy as np

from sigmoids.functions import logistic


def newton_step(A, y, theta):
    p = logistic(A @ theta)
    gradient = A.T @ (p - y)
    hessian = (A.T * (p * (1 - p))) @ A + 1e-3 * np.eye(A.shape[1])
    return theta - np.linalg.solve(hessian, gradient)
