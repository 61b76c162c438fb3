"""Loses a_fit-check: The share is turned round: it counts the thresholds"""

import numpy as np
from scipy import optimize

from sigmoids.functions import logistic

thresholds = np.random.default_rng(1972).normal(3, 1, size=10_000)
x = np.linspace(0, 6, 121)
share = np.mean(thresholds[:, None] > x, axis=0)
(a_fit, theta_fit), _ = optimize.curve_fit(lambda x, a, theta: logistic(a * (x - theta)), x, share)
gap = np.max(np.abs(share - logistic(a_fit * (x - theta_fit))))
