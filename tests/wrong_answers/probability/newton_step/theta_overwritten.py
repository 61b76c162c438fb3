"""Loses newton_step-check: writes into its third argument
Loses newton_step-more: writes into its third argument"""

import numpy as np

from sigmoids.functions import logistic


def newton_step(A, y, theta):
    p = logistic(A @ theta)
    w = p * (1 - p)
    theta -= np.linalg.solve((A.T * w) @ A, A.T @ (p - y))
    return theta
