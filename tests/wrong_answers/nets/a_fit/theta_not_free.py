"""Loses a_fit-check: That is the mean that the normal distribution was"""

import numpy as np
from scipy import optimize

from sigmoids.functions import logistic

thresholds = np.random.default_rng(1972).normal(3, 1, size=10_000)
x = np.linspace(0, 6, 121)
share = np.mean(thresholds[:, None] < x, axis=0)
theta_fit = 3
(a_fit,), _ = optimize.curve_fit(lambda x, a: logistic(a * (x - theta_fit)), x, share)
gap = np.max(np.abs(share - logistic(a_fit * (x - theta_fit))))
