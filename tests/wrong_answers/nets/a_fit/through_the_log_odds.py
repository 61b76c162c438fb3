"""Loses a_fit-check: follows the few cells far out"""

import numpy as np
from scipy import optimize

from sigmoids.functions import logistic

thresholds = np.random.default_rng(1972).normal(3, 1, size=10_000)
x = np.linspace(0, 6, 121)
share = np.mean(thresholds[:, None] < x, axis=0)
(a_fit, theta_fit), _ = optimize.curve_fit(lambda x, a, t: logistic(a * (x - t)), x, share)
inside = (share > 0) & (share < 1)
a_fit = np.polyfit(x[inside], np.log(share[inside] / (1 - share[inside])), 1)[0]
gap = 0.01
