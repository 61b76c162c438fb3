"""Loses newton_step-check: Both faults
Loses newton_step-more: Both faults
"""

import numpy as np

from sigmoids.functions import logistic


def newton_step(A, y, theta):
    p = logistic(A @ theta)
    gradient = A.T @ (y - p)
    hessian = A.T @ A * np.mean(p * (1 - p))
    return theta - np.linalg.solve(hessian, gradient)
