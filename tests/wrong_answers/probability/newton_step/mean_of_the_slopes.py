"""Loses newton_step-check: you take their mean
Loses newton_step-more: element 0 is 0.0124396
"""

import numpy as np

from sigmoids.functions import logistic


def newton_step(A, y, theta):
    p = logistic(A @ theta)
    gradient = A.T @ (p - y)
    hessian = A.T @ A * np.mean(p * (1 - p))
    return theta - np.linalg.solve(hessian, gradient)
