"""Loses newton_step-check: not its diagonal
Loses newton_step-more: not its diagonal
"""

import numpy as np

from sigmoids.functions import logistic


def newton_step(A, y, theta):
    p = logistic(A @ theta)
    gradient = A.T @ (p - y)
    hessian = (A.T * (p * (1 - p))) @ A
    return theta - gradient / np.diag(hessian)
