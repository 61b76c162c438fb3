"""Loses newton_step-more: wrong at an input that is not shown"""

import numpy as np

from sigmoids.functions import logistic


def newton_step(A, y, theta):
    p = np.clip(logistic(A @ theta), 0.01, 0.99)
    gradient = A.T @ (p - y)
    hessian = (A.T * (p * (1 - p))) @ A
    return theta - np.linalg.solve(hessian, gradient)
