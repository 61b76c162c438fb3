"""Loses newton_step-check: Take both alike
Loses newton_step-more: Take both alike
"""

import numpy as np

from sigmoids.functions import logistic


def newton_step(A, y, theta):
    p = logistic(A @ theta)
    gradient = A.T @ (p - y) / len(y)
    hessian = (A.T * (p * (1 - p))) @ A
    return theta - np.linalg.solve(hessian, gradient)
