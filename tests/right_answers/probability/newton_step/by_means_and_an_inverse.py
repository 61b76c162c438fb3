import numpy as np

from sigmoids.functions import logistic


def newton_step(A, y, theta):
    p = logistic(A @ theta)
    g = A.T @ (p - y) / len(y)
    H = A.T @ np.diag(p * (1 - p)) @ A / len(y)
    return theta - np.linalg.inv(H) @ g
