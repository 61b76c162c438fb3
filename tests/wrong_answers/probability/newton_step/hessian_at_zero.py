"""Loses newton_step-check: not the one at 0
Loses newton_step-more: not the one at 0
"""

import numpy as np

from sigmoids.functions import logistic


def newton_step(A, y, theta):
    p = logistic(A @ theta)
    gradient = A.T @ (p - y)
    hessian = A.T @ A / 4
    return theta - np.linalg.solve(hessian, gradient)
