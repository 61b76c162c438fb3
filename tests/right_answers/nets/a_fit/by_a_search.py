import numpy as np
from scipy import optimize

from sigmoids.functions import logistic

thresholds = np.random.default_rng(1972).normal(3, 1, size=10_000)
x = np.linspace(0, 6, 121)
share = np.mean(thresholds[:, None] < x, axis=0)


def squares(parameters):
    a, t = parameters
    return np.sum((share - logistic(a * (x - t))) ** 2)


a_fit, theta_fit = optimize.minimize(squares, [1.0, 3.0]).x
gap = np.max(np.abs(share - logistic(a_fit * (x - theta_fit))))
