"""Loses newton_step-check: a step of gradient descent
Loses newton_step-more: a step of gradient descent
"""

from sigmoids.functions import logistic


def newton_step(A, y, theta):
    p = logistic(A @ theta)
    return theta - A.T @ (p - y)
