"""Loses temperature-check: That is the least loss itself. The temperature at which it is"""

import numpy as np
from scipy import optimize

from sigmoids import datasets

X, labels, features = datasets.load_breast_cancer()
score = 5 * (X[:, features.index("mean_radius")] - 15)

temperature = optimize.minimize_scalar(
    lambda k: np.mean(np.logaddexp(0, k * score) - labels * k * score)
).fun
