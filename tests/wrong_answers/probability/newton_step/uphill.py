"""Loses newton_step-check: the step leads uphill
Loses newton_step-more: the step leads uphill
"""

import numpy as np

from sigmoids.functions import logistic


def newton_step(A, y, theta):
    p = logistic(A @ theta)
    gradient = A.T @ (y - p)
    hessian = (A.T * (p * (1 - p))) @ A
    return theta - np.linalg.solve(hessian, gradient)
