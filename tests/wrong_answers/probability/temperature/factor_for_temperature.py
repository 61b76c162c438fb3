"""Loses temperature-check: T divides"""

import numpy as np
from scipy import optimize

from sigmoids import datasets

X, labels, features = datasets.load_breast_cancer()
radius = X[:, features.index("mean_radius")]
score = 5 * (radius - 15)


def loss_at(k):
    return np.mean(np.logaddexp(0, k * score) - labels * k * score)


temperature = optimize.minimize_scalar(loss_at, bounds=(0.01, 2), method="bounded").x
