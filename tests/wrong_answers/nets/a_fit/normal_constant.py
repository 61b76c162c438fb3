"""Loses a_fit-check: That is the constant for the normal curve itself. Fit"""

import numpy as np

from sigmoids.functions import logistic

thresholds = np.random.default_rng(1972).normal(3, 1, size=10_000)
x = np.linspace(0, 6, 121)
share = np.mean(thresholds[:, None] < x, axis=0)
a_fit, theta_fit = 1.702, 3
gap = np.max(np.abs(share - logistic(a_fit * (x - theta_fit))))
