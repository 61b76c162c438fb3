"""Loses newton_step-more: Do not raise it to 0.01"""

import numpy as np

from sigmoids.functions import logistic


def newton_step(A, y, theta):
    p = logistic(A @ theta)
    gradient = A.T @ (p - y)
    weight = np.maximum(p * (1 - p), 0.01)
    hessian = (A.T * weight) @ A
    return theta - np.linalg.solve(hessian, gradient)
