"""Loses newton_step-check: not p.
Loses newton_step-more: not p.
"""

import numpy as np

from sigmoids.functions import logistic


def newton_step(A, y, theta):
    p = logistic(A @ theta)
    gradient = A.T @ (p - y)
    hessian = (A.T * p) @ A
    return theta - np.linalg.solve(hessian, gradient)
