"""Loses newton_step-check: The slope of σ is missing
Loses newton_step-more: The slope of σ is missing
"""

import numpy as np

from sigmoids.functions import logistic


def newton_step(A, y, theta):
    p = logistic(A @ theta)
    gradient = A.T @ (p - y)
    hessian = A.T @ A
    return theta - np.linalg.solve(hessian, gradient)
