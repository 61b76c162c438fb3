"""Loses temperature-check: The log-loss is asked for"""

import numpy as np
from scipy import optimize

from sigmoids import datasets
from sigmoids.functions import logistic

X, labels, features = datasets.load_breast_cancer()
radius = X[:, features.index("mean_radius")]
score = 5 * (radius - 15)


def loss_at(T):
    return np.mean((logistic(score / T) - labels) ** 2)


temperature = optimize.minimize_scalar(loss_at, bounds=(1, 20), method="bounded").x
