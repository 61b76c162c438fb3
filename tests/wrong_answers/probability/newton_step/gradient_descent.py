"""Loses newton_step-check: a step of gradient descent
Loses newton_step-more: element 0 is -1.78524
"""

from sigmoids.functions import logistic


def newton_step(A, y, theta):
    p = logistic(A @ theta)
    return theta - A.T @ (p - y)
