"""Loses newton_step-check: you take their mean
Loses newton_step-more: you take their mean
"""

import numpy as np

from sigmoids.functions import logistic


def newton_step(A, y, theta):
    p = logistic(A @ theta)
    gradient = A.T @ (p - y)
    hessian = A.T @ A * np.mean(p * (1 - p))
    return theta - np.linalg.solve(hessian, gradient)
